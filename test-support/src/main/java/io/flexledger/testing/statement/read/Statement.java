package io.flexledger.testing.statement.read;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One statement as read.
 *
 * @param sections elements directly below it, also empty ones
 */
public record Statement(
        String accountId, String from, String to, Set<String> sections, Map<String, List<StatementRow>> rowsByElement) {

    public List<StatementRow> rows(String element) {
        return rowsByElement.getOrDefault(element, List.of());
    }

    /** The rows of an element if all of them have these columns, else none. */
    public List<StatementRow> rows(String element, String... columns) {
        List<StatementRow> rows = rows(element);
        return rows.stream().allMatch(row -> row.has(columns)) ? rows : List.of();
    }

    public Optional<StatementRow> only(String element, String... columns) {
        return rows(element, columns).stream().findFirst();
    }

    public boolean singleDay() {
        return from.equals(to);
    }

    public boolean hasSection(String section) {
        return sections.contains(section);
    }

    /** Fills and bookings of stocks and options; futures, bonds and currencies follow other rules. */
    public List<StatementRow> executions(String... columns) {
        return rows("Trade", columns).stream()
                .filter(row -> row.is("assetCategory", "STK")
                        || row.is("assetCategory", "OPT")
                        || row.text("assetCategory").isEmpty())
                .filter(row -> !row.is("transactionType", "TradeCancel"))
                .toList();
    }

    public Optional<String> base() {
        for (String element : List.of("ChangeInNAV", "EquitySummaryByReportDateInBase", "AccountInformation")) {
            Optional<StatementRow> row = only(element, "currency");
            if (row.isPresent()) {
                return row.map(found -> found.text("currency"));
            }
        }
        return Optional.empty();
    }

    /** The rate of a currency on the last day, from the rates section. */
    public Optional<BigDecimal> closingRate(String currency) {
        if (base().filter(currency::equals).isPresent()) {
            return Optional.of(BigDecimal.ONE);
        }
        return rows("ConversionRate").stream()
                .filter(row -> row.is("fromCurrency", currency) && row.is("reportDate", to))
                .map(row -> row.amount("rate"))
                .findFirst();
    }

    public Optional<StatementRow> cashReport(String currency) {
        return rows("CashReportCurrency").stream()
                .filter(row -> row.is("currency", currency))
                .findFirst();
    }

    public Optional<StatementRow> interest(String currency) {
        return rows("InterestAccrualsCurrency").stream()
                .filter(row -> row.is("currency", currency))
                .findFirst();
    }

    /** Open positions as a whole; rows without a level are such. */
    public List<StatementRow> positions(String... columns) {
        return rows("OpenPosition", columns).stream()
                .filter(row -> !row.is("levelOfDetail", "LOT"))
                .toList();
    }

    public Set<String> ids(String element, String column) {
        Set<String> ids = new HashSet<>();
        rows(element).forEach(row -> ids.add(row.text(column)));
        return ids;
    }
}
