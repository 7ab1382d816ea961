package io.flexledger.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The summary of a period, a row per day: grouped figures for a person, plain ones for a program. */
public final class SummaryTable {

    private static final List<String> AMOUNTS =
            List.of("openingNav", "netCashFlow", "grossPnl", "commissions", "netPnl");
    private static final List<String> AMOUNTS_AFTER = List.of("closingNav", "unexplained");

    private SummaryTable() {}

    /** @param summary as the reports answer it */
    public static Table of(JsonNode summary, Format format) {
        return switch (format) {
            case TABLE, MD -> forPerson(summary);
            case CSV, JSON -> forProgram(summary);
        };
    }

    private static Table forPerson(JsonNode summary) {
        Table.Builder table = Table.of("Date")
                .figure("Opening NAV")
                .figure("Net cash flow")
                .figure("Gross P&L")
                .figure("Commissions")
                .figure("Net P&L")
                .figure("Net P&L %")
                .figure("Closing NAV")
                .figure("Unexplained")
                .text("Assignment");
        for (JsonNode day : summary.path("days")) {
            List<String> row = new ArrayList<>();
            row.add(day.path("date").asText() + (day.path("provisional").asBoolean() ? " (provisional)" : ""));
            AMOUNTS.forEach(name -> row.add(grouped(day.path(name))));
            row.add(day.path("netPnlPercent").asText());
            AMOUNTS_AFTER.forEach(name -> row.add(grouped(day.path(name))));
            row.add(day.path("assignment").asText());
            table.row(row);
        }
        return table.build();
    }

    private static Table forProgram(JsonNode summary) {
        Table.Builder table = Table.of("date", "currency")
                .figure("openingNav")
                .figure("netCashFlow")
                .figure("grossPnl")
                .figure("commissions")
                .figure("netPnl")
                .figure("netPnlPercent")
                .figure("closingNav")
                .figure("unexplained")
                .text("assignment")
                .text("provisional");
        for (JsonNode day : summary.path("days")) {
            List<String> row = new ArrayList<>();
            row.add(day.path("date").asText());
            row.add(summary.path("baseCurrency").asText());
            AMOUNTS.forEach(name -> row.add(day.path(name).path("amount").asText()));
            row.add(day.path("netPnlPercent").asText());
            AMOUNTS_AFTER.forEach(name -> row.add(day.path(name).path("amount").asText()));
            row.add(day.path("assignment").asText());
            row.add(day.path("provisional").asText());
            table.row(row);
        }
        return table.build();
    }

    private static String grouped(JsonNode amount) {
        if (!amount.hasNonNull("amount")) {
            return "";
        }
        BigDecimal value = new BigDecimal(amount.path("amount").asText());
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(Math.max(2, value.scale()));
        return format.format(value) + " " + amount.path("currency").asText();
    }
}
