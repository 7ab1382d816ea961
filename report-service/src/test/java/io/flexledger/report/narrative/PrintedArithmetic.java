package io.flexledger.report.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a report as a person with a calculator does: every "a * b = c" and "a - b = c" in the text is evaluated. */
final class PrintedArithmetic {

    /** {@code 12.29 USD (exactly 12.29324)} stands for its second number. */
    private static final Pattern EXACT =
            Pattern.compile("-?[\\d,]+\\.\\d+(?: [A-Z]{3})? \\(exactly (-?[\\d,]+(?:\\.\\d+)?)\\)");

    private static final Pattern WORDS = Pattern.compile("(?<=[\\d)]) (?:[A-Z]{3}\\b|shares?\\b)");
    private static final Pattern LEFT = Pattern.compile("[-+*()\\d.,\\s]+$");
    private static final Pattern RIGHT = Pattern.compile("^\\s*([-+]?[\\d,]+(?:\\.\\d+)?)");

    /** One equation of the text. */
    record Equation(String line, String left, BigDecimal computed, BigDecimal printed) {
        boolean holds() {
            return computed.subtract(printed).abs().compareTo(new BigDecimal("0.005")) <= 0;
        }
    }

    private PrintedArithmetic() {}

    static List<Equation> equations(String markdown) {
        var found = new ArrayList<Equation>();
        for (var line : markdown.lines().toList()) {
            if (line.startsWith("|")) {
                tableRow(line, found);
            } else {
                sentence(line, found);
            }
        }
        return found;
    }

    private static String plain(String text) {
        var exact = EXACT.matcher(text.replace("**", "")).replaceAll("$1");
        return WORDS.matcher(exact).replaceAll("");
    }

    private static void sentence(String line, List<Equation> found) {
        var plain = plain(line);
        for (int at = plain.indexOf(" = "); at >= 0; at = plain.indexOf(" = ", at + 1)) {
            var left = LEFT.matcher(plain.substring(0, at));
            var right = RIGHT.matcher(plain.substring(at + 2));
            if (left.find() && right.find()) {
                var text = left.group().strip();
                found.add(new Equation(line, text, new Expression(text).value(), number(right.group(1))));
            }
        }
    }

    /** A row of the table whose middle column is a formula of the last. */
    private static void tableRow(String line, List<Equation> found) {
        var cells = plain(line).split("\\|", -1);
        if (cells.length == 5 && (cells[2].contains("*") || cells[2].contains(" - "))) {
            var text = cells[2].strip();
            found.add(new Equation(line, text, new Expression(text).value(), number(cells[3].strip())));
        }
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", "").replace("+", "").replace("**", ""));
    }

    /** Sums and products with parentheses. */
    private static final class Expression {
        private final String text;
        private int at;

        Expression(String text) {
            this.text = text.replace(" ", "").replace(",", "");
        }

        BigDecimal value() {
            var value = sum();
            if (at != text.length()) {
                throw new IllegalArgumentException("cannot read " + text + " from " + at);
            }
            return value;
        }

        private BigDecimal sum() {
            var value = product();
            while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                boolean plus = text.charAt(at++) == '+';
                var next = product();
                value = plus ? value.add(next) : value.subtract(next);
            }
            return value;
        }

        private BigDecimal product() {
            var value = factor();
            while (at < text.length() && text.charAt(at) == '*') {
                at++;
                value = value.multiply(factor());
            }
            return value;
        }

        private BigDecimal factor() {
            if (text.charAt(at) == '-') {
                at++;
                return factor().negate();
            }
            if (text.charAt(at) == '+') {
                at++;
                return factor();
            }
            if (text.charAt(at) == '(') {
                at++;
                var value = sum();
                at++;
                return value;
            }
            int start = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            return new BigDecimal(text.substring(start, at));
        }
    }
}
