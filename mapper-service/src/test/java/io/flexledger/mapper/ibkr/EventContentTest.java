package io.flexledger.mapper.ibkr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.ReferenceEvent.AccountDescribed;
import io.flexledger.contracts.event.ReferenceEvent.InstrumentDescribed;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.mapper.version.EventContent;
import io.flexledger.mapper.version.StatedEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContentTest {

    /** One of every type. */
    static Stream<CanonicalEvent> events() {
        return Stream.of(
                        "trades.xml",
                        "cancel-and-rebook.xml",
                        "narrow-trades.xml",
                        "cash.xml",
                        "interest.xml",
                        "nav.xml",
                        "balances.xml")
                .flatMap(file -> MappedStatement.file(file).events().stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAsTheContractsWriteIt(CanonicalEvent event) {
        byte[] json = stated(event).json(false);

        assertThat(new String(json, UTF_8)).isEqualTo(new String(ContractJson.write(event), UTF_8));
        assertThat(ContractJson.read(json, CanonicalEvent.class)).isEqualTo(event);
    }

    @Test
    void isWrittenAloneWhateverWasWrittenBefore() {
        StatedEvent.Writer writer = new StatedEvent.Writer();
        List<StatedEvent> stated = events().map(writer::state).toList();

        assertThat(stated)
                .allSatisfy(event -> assertThat(event.json(false)).isEqualTo(ContractJson.write(event.event())));
    }

    @ParameterizedTest
    @MethodSource("events")
    void saysWhenItIsSuperseded(CanonicalEvent event) {
        CanonicalEvent told = ContractJson.read(stated(event).json(true), CanonicalEvent.class);

        assertThat(told).isEqualTo(event.with(event.fact().asSuperseded()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isTheSameWhoeverStatedItWhen(CanonicalEvent event) {
        Fact fact = event.fact();
        Fact later = new Fact(
                fact.id(),
                fact.account(),
                fact.reportDate(),
                fact.occurredAt(),
                fact.timed(),
                Instant.parse("2026-01-01T00:00:00Z"),
                true,
                false,
                new Source(ArtifactId.of("b".repeat(64)), "another", "Elsewhere", 99));

        assertThat(content(event.with(later)).hash()).isEqualTo(content(event).hash());
    }

    @ParameterizedTest
    @MethodSource("events")
    void changesWithItsDayUnlessTheDayIsOnlyTheStatements(CanonicalEvent event) {
        Fact fact = event.fact();
        Fact moved = new Fact(
                fact.id(),
                fact.account(),
                fact.reportDate().plusDays(1),
                fact.occurredAt(),
                fact.timed(),
                fact.statedAt(),
                false,
                false,
                fact.source());
        boolean same = content(event.with(moved)).hash().equals(content(event).hash());

        assertThat(same).isEqualTo(event instanceof AccountDescribed || event instanceof InstrumentDescribed);
    }

    @Test
    void changesWithWhatTheRowSays() {
        String xml = "<FlexStatement fromDate='20250717' toDate='20250717'><Trades><Trade currency='USD' symbol='ABC'"
                + " transactionID='1' quantity='1' tradePrice='%s'/></Trades></FlexStatement>";

        assertThat(hash(xml.formatted("2")))
                .isEqualTo(hash(xml.formatted("2.00")))
                .isNotEqualTo(hash(xml.formatted("3")));
    }

    private static StatedEvent stated(CanonicalEvent event) {
        return new StatedEvent.Writer().state(event);
    }

    private static EventContent content(CanonicalEvent event) {
        return stated(event).content();
    }

    private static Object hash(String xml) {
        return content(MappedStatement.of(xml).only(Fill.class)).hash();
    }
}
