package io.flexledger.report.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeTest {

    private static final AccountId ACCOUNT = AccountId.of("U1");
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    static Stream<Notice> everyKind() {
        return Stream.of(
                new Notice.Status("gateway"),
                new Notice.Nav(ACCOUNT),
                new Notice.Fill(ACCOUNT, new EventId(ID)),
                new Notice.Position(ACCOUNT, InstrumentId.conid("756733")),
                new Notice.Day(ACCOUNT, LocalDate.of(2025, 7, 21)),
                new Notice.Alert(ID));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void isHeardAsItWasTold(Notice notice) {
        assertThat(Notice.parse(notice.text())).isEqualTo(notice);
    }
}
