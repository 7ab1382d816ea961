package io.flexledger.testing.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.testing.statement.StatementSpec.Breakout;
import io.flexledger.testing.statement.identity.Examination;
import io.flexledger.testing.statement.identity.Identity;
import io.flexledger.testing.statement.identity.StatementIdentities;
import io.flexledger.testing.statement.section.Section;
import io.flexledger.testing.statement.section.TradeLevel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedStatementTest {

    private static final StatementSpec RICH = StatementSpec.seeded(11)
            .withEuros()
            .withDays(LocalDate.of(2025, 1, 2), 131)
            .withTrades(2_000);

    static Stream<StatementSpec> specs() {
        StatementSpec ten =
                StatementSpec.seeded(1).withDays(LocalDate.of(2025, 7, 1), 5).withTrades(10);
        StatementSpec idle =
                StatementSpec.seeded(2).withDays(LocalDate.of(2025, 7, 1), 8).withTrades(0);
        StatementSpec busy =
                StatementSpec.seeded(3).withDays(LocalDate.of(2025, 3, 3), 3).withTrades(3_000);
        return Stream.of(
                ten,
                ten.with(Breakout.WHOLE_PERIOD),
                idle,
                busy,
                busy.with(Breakout.WHOLE_PERIOD),
                StatementSpec.seeded(4),
                StatementSpec.seeded(5).with(Breakout.WHOLE_PERIOD),
                StatementSpec.seeded(6).withBase("USD").withEuros(),
                StatementSpec.seeded(7).withBase("EUR").withEuros().with(Breakout.WHOLE_PERIOD),
                StatementSpec.seeded(8).withAccounts("U7100009", 3).withTrades(120),
                RICH);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void breaksNoIdentity(StatementSpec spec) {
        assertThat(StatementIdentities.check(GeneratedStatement.bytes(spec))).isEmpty();
    }

    @Test
    void tenThousandTradesBreakNoIdentity() {
        StatementSpec spec =
                StatementSpec.seeded(9).withDays(LocalDate.of(2025, 1, 2), 40).withTrades(10_000);
        byte[] xml = GeneratedStatement.bytes(spec);

        assertThat(StatementIdentities.check(xml)).isEmpty();
        assertThat(lines(text(xml), "<Trade "))
                .filteredOn(line -> line.contains("\"ExchTrade\""))
                .hasSize(10_000);
    }

    @Test
    void givesEveryIdentitySomethingToCompare() {
        Examination examination = StatementIdentities.examine(new ByteArrayInputStream(GeneratedStatement.bytes(RICH)));

        assertThat(examination.comparisons().keySet()).containsExactlyInAnyOrder(Identity.values());
    }

    @Test
    void holdsEverythingAnAccountCanMeet() {
        String xml = text(GeneratedStatement.bytes(RICH));

        for (String trace : List.of(
                "openCloseIndicator=\"C;O\"",
                "notes=\"P\"",
                "notes=\"A\"",
                "notes=\"Ex\"",
                "notes=\"Ep\"",
                "side=\"Short\" levelOfDetail=\"LOT\"",
                "type=\"Dividends\"",
                "type=\"Withholding Tax\"",
                "type=\"Payment In Lieu Of Dividends\"",
                "type=\"Broker Interest Paid\"",
                "type=\"Deposits/Withdrawals\"",
                "type=\"Other Fees\"",
                "code=\"Re\"",
                "<TransactionTax ",
                "reportDate=\"20250526\"")) {
            assertThat(xml).contains(trace);
        }
        assertThat(xml).containsPattern("ibCommission=\"0\\.\\d+\"");
        // An expiry is reported the next day, but for the standard monthly one.
        assertThat(xml)
                .containsPattern(
                        "<Trade [^>]*reportDate=\"20250117\" expiry=\"20250117\" dateTime=\"20250117;162000 EST\"");
        assertThat(xml)
                .containsPattern(
                        "<Trade [^>]*reportDate=\"20250113\" expiry=\"20250110\" dateTime=\"20250110;162000 EST\"");
        assertThat(xml).contains("162000 EDT");
    }

    @Test
    void sameSpecSameBytesAndAnotherSeedOthers() {
        StatementSpec spec = StatementSpec.seeded(21).withTrades(60);

        assertThat(GeneratedStatement.bytes(spec)).isEqualTo(GeneratedStatement.bytes(spec));
        assertThat(GeneratedStatement.bytes(spec)).isNotEqualTo(GeneratedStatement.bytes(spec.withSeed(22)));
    }

    @Test
    void bothLayoutsTellOfTheSameFills() {
        String byDay = text(GeneratedStatement.bytes(StatementSpec.seeded(31)));
        String whole = text(GeneratedStatement.bytes(StatementSpec.seeded(31).with(Breakout.WHOLE_PERIOD)));

        assertThat(lines(byDay, "<Trade ")).containsExactlyInAnyOrderElementsOf(lines(whole, "<Trade "));
        assertThat(lines(byDay, "<Lot ")).containsExactlyInAnyOrderElementsOf(lines(whole, "<Lot "));
    }

    @Test
    void envelopeSaysWhatItHolds() {
        StatementSpec spec = StatementSpec.seeded(1)
                .withAccounts("DU0099", 2)
                .withDays(LocalDate.of(2025, 7, 5), 3)
                .withTrades(3)
                .withName("Daily & more");
        List<String> xml = text(GeneratedStatement.bytes(spec)).lines().toList();

        assertThat(xml.get(0)).isEqualTo("<FlexQueryResponse queryName=\"Daily &amp; more\" type=\"AF\">");
        assertThat(xml.get(1)).isEqualTo("<FlexStatements count=\"6\">");
        assertThat(xml.get(2))
                .isEqualTo("<FlexStatement accountId=\"DU0099\" fromDate=\"20250707\" toDate=\"20250707\""
                        + " period=\"LastNCalendarDays\" whenGenerated=\"20250710;042702 EDT\">");
        assertThat(xml)
                .filteredOn(line -> line.startsWith("<FlexStatement accountId=\"DU0100\""))
                .hasSize(3);
    }

    @Test
    void writesOnlyTheSectionsAndLevelsAskedFor() {
        StatementSpec spec = StatementSpec.seeded(1)
                .withSections(EnumSet.of(Section.TRADES, Section.CORPORATE_ACTIONS))
                .withLevels(EnumSet.of(TradeLevel.EXECUTION));
        List<String> elements = text(GeneratedStatement.bytes(spec))
                .lines()
                .map(line -> line.replaceAll("[</]*(\\w+).*", "$1"))
                .distinct()
                .toList();

        assertThat(elements)
                .containsExactly(
                        "FlexQueryResponse", "FlexStatements", "FlexStatement", "Trades", "Trade", "CorporateActions");
    }

    @Test
    void refusesWhatMakesNoAccount() {
        assertThatThrownBy(() -> StatementSpec.seeded(1).withAccounts("123", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> GeneratedStatement.bytes(StatementSpec.seeded(1).withBase("XAU")))
                .hasMessageStartingWith("no rates for base currency XAU");
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }

    private static List<String> lines(String xml, String start) {
        return xml.lines().filter(line -> line.startsWith(start)).toList();
    }
}
