package io.flexledger.mapper.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.event.TradeEvent.OptionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The section has no report day of its own. */
class OptionEventsTest {

    private static final String ASSIGNED = row("20250717", "Assignment", "701");
    private static final String EXPIRED = row("20250718", "Expiration", "703");

    @Test
    void inAStatementOfSeveralDaysEachIsOfItsOwnDay() {
        MappedStatement month = statement("20250701", "20250731", ASSIGNED + EXPIRED);

        assertThat(month.rejections()).isEmpty();
        assertThat(month.events(OptionEvent.class))
                .extracting(event -> event.tradeId() + " " + event.reportDate())
                .containsExactly("701 2025-07-17", "703 2025-07-18");
    }

    @Test
    void inAStatementOfOneDayItIsOfThatDay() {
        OptionEvent event = statement("20250718", "20250718", ASSIGNED).only(OptionEvent.class);

        assertThat(event.reportDate()).isEqualTo("2025-07-18");
        assertThat(event.occurredAt()).isEqualTo("2025-07-17T04:00:00Z");
    }

    @Test
    void aReportDayOfTheRowIsTaken() {
        String dated = ASSIGNED.replace("date=", "reportDate='20250721' date=");

        assertThat(statement("20250701", "20250731", dated)
                        .only(OptionEvent.class)
                        .reportDate())
                .isEqualTo("2025-07-21");
    }

    @Test
    void withoutADateTheRowIsRefusedAndTheColumnNamed() {
        MappedStatement month = statement("20250701", "20250731", ASSIGNED.replace("date='20250717'", ""));

        assertThat(month.events(OptionEvent.class)).isEmpty();
        assertThat(month.rejections())
                .hasSize(1)
                .allSatisfy(rejection -> assertThat(rejection.nextStep()).contains("reportDate", "OptionEAE"));
    }

    @Test
    void theDayDoesNotChangeWhichFactItIs() {
        List<OptionEvent> month = statement("20250701", "20250731", ASSIGNED).events(OptionEvent.class);
        List<OptionEvent> day = statement("20250718", "20250718", ASSIGNED).events(OptionEvent.class);

        assertThat(month)
                .extracting(OptionEvent::id)
                .isEqualTo(List.of(day.getFirst().id()));
    }

    private static String row(String date, String type, String tradeId) {
        return "<OptionEAE currency='USD' assetCategory='OPT' conid='9004' symbol='ABC   250717C00050000' multiplier='100'"
                + " date='" + date + "' transactionType='" + type + "' quantity='1' tradeID='" + tradeId + "'/>";
    }

    private static MappedStatement statement(String from, String to, String rows) {
        return MappedStatement.of("<FlexStatement accountId='U7000001' fromDate='" + from + "' toDate='" + to
                + "'><OptionEAE>" + rows + "</OptionEAE></FlexStatement>");
    }
}
