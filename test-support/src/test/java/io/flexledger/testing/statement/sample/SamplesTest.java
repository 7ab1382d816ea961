package io.flexledger.testing.statement.sample;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.testing.statement.identity.Breach;
import io.flexledger.testing.statement.identity.Identity;
import io.flexledger.testing.statement.identity.StatementIdentities;
import io.flexledger.testing.statement.section.Section;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

    private static final Map<String, byte[]> FILES = Samples.files();

    @ParameterizedTest
    @ValueSource(strings = {Samples.QUIET_BEFORE, Samples.GOLDEN_DAYS, Samples.QUIET_AFTER})
    void checkedInFileIsWhatTheCodeWrites(String name) throws IOException {
        Path file = Samples.directory().resolve(name);

        assertThat(Files.readAllBytes(file)).as("regenerate with WriteSamples").isEqualTo(bytes(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.QUIET_BEFORE, Samples.QUIET_AFTER})
    void quietDaysBreakNoIdentity(String name) {
        assertThat(StatementIdentities.check(bytes(name))).isEmpty();
    }

    /** Seven fills with rates of their own: on Trade, Order and the dollar ledger each, and on three lots they closed. */
    @Test
    void goldenDaysBreakOnlyWhatTheirTunedRatesBreak() {
        List<Breach> breaches = StatementIdentities.check(bytes(Samples.GOLDEN_DAYS));

        assertThat(breaches.stream().map(SamplesTest::tuned).collect(groupingBy(identity(), counting())))
                .containsOnly(
                        Map.entry("Trade 7.8491 -> 7.8466", 6L),
                        Map.entry("Order 7.8491 -> 7.8466", 6L),
                        Map.entry("StatementOfFundsLine 7.8491 -> 7.8466", 6L),
                        Map.entry("Lot 7.8491 -> 7.8466", 2L),
                        Map.entry("Trade 7.8472 -> 7.84532", 1L),
                        Map.entry("Order 7.8472 -> 7.84532", 1L),
                        Map.entry("StatementOfFundsLine 7.8472 -> 7.84532", 1L),
                        Map.entry("Lot 7.8472 -> 7.84532", 1L),
                        Map.entry("NAV_MTM", 2L));
    }

    private static String tuned(Breach breach) {
        if (breach.identity() != Identity.ONE_RATE) {
            return breach.identity().name();
        }
        String row = breach.where().replaceFirst("^.*, (\\w+) #.*$", "$1");
        return row + " " + breach.expected() + " -> " + breach.actual();
    }

    @Test
    void sevenDaysChain() {
        assertThat(all("<ChangeInNAV ", "startingValue"))
                .containsExactly(
                        "81638.253965619",
                        "81670.39352722",
                        "80092.773094935",
                        "79498.681601594",
                        "79754.810699235",
                        "79231.031383276",
                        "79486.18723193");
        assertThat(all("<ChangeInNAV ", "endingValue").subList(0, 6))
                .isEqualTo(all("<ChangeInNAV ", "startingValue").subList(1, 7));
        for (String currency : List.of("HKD", "USD")) {
            String row = "<CashReportCurrency accountId=\"U7654321\" acctAlias=\"\" model=\"\" currency=\"" + currency;
            assertThat(all(row, "endingCash").subList(0, 6))
                    .isEqualTo(all(row, "startingCash").subList(1, 7));
        }
    }

    @Test
    void cashOfWednesdayNightIsThatOfTheWorkedExample() {
        assertThat(values(Samples.GOLDEN_DAYS, "<CashReportCurrency ", "startingCash"))
                .startsWith("79498.681601594", "79913.407701716", "-52.83269639");
    }

    /** Realised plus commission of each group at its own rate: the impacts and the chain as printed. */
    @Test
    void printedChainFollowsFromTheRows() {
        BigDecimal thursday = impact("20250717", "fifoPnlRealized").add(impact("20250717", "ibCommission"));
        String delivered = trade("assetCategory=\"STK\".* notes=\"A\"");
        String bought = trade("dateTime=\"20250718;011549 EDT\"");
        BigDecimal loss = amount(value(delivered, "proceeds")).add(amount(value(bought, "proceeds")));
        BigDecimal cover = loss.multiply(amount(value(bought, "fxRateToBase"))).add(impact("011549", "ibCommission"));
        BigDecimal premium = impact("1032", "proceeds").add(impact("1032", "ibCommission"));

        List<String> opening = values(Samples.GOLDEN_DAYS, "<ChangeInNAV ", "startingValue");
        List<String> closing = values(Samples.GOLDEN_DAYS, "<ChangeInNAV ", "endingValue");
        BigDecimal covered = cents(amount(opening.get(1))).add(cents(cover));

        assertThat(List.of(
                        cents(amount(opening.get(0))),
                        cents(amount(opening.get(0))).add(cents(thursday)),
                        cents(amount(closing.get(0))),
                        covered,
                        covered.add(cents(premium)),
                        cents(amount(closing.get(1)))))
                .extracting(BigDecimal::toPlainString)
                .containsExactly("79498.68", "79402.22", "79754.81", "78609.37", "79200.01", "79231.03");
    }

    private static String trade(String pattern) {
        List<String> found = lines(Samples.GOLDEN_DAYS, "<Trade ").stream()
                .filter(line -> line.matches(".*" + pattern + ".*"))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** A column of the exchange fills at one time, in base currency at each row's rate. */
    private static BigDecimal impact(String time, String column) {
        return lines(Samples.GOLDEN_DAYS, "<Trade ").stream()
                .filter(line -> line.contains("ExchTrade") && line.matches(".*dateTime=\"\\d*;?" + time + "\\d*[; ].*"))
                .map(line -> amount(value(line, column)).multiply(amount(value(line, "fxRateToBase"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void everyStatementHasEverySection() {
        for (String name : FILES.keySet()) {
            long statements = lines(name, "<FlexStatement ").size();
            assertThat(lines(name, "<AccountInformation ")).hasSize((int) statements);
            assertThat(lines(name, "<CorporateActions>")).hasSize((int) statements);
            assertThat(lines(name, "</"))
                    .hasSize((int) (statements * (Section.full().size() - 2 + 1)) + 2);
        }
    }

    private static byte[] bytes(String name) {
        byte[] bytes = FILES.get(name);
        assertThat(bytes).as(name).isNotNull();
        return bytes == null ? new byte[0] : bytes;
    }

    private static List<String> lines(String name, String start) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(start))
                .toList();
    }

    private static List<String> values(String name, String start, String column) {
        return lines(name, start).stream().map(line -> value(line, column)).toList();
    }

    private static List<String> all(String start, String column) {
        List<String> values = new ArrayList<>();
        FILES.keySet().forEach(name -> values.addAll(values(name, start, column)));
        return values;
    }

    private static String value(String line, String column) {
        return line.replaceFirst(".* " + column + "=\"([^\"]*)\".*", "$1");
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
