package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.mapper.ibkr.column.Moment;
import io.flexledger.mapper.ibkr.column.Numbers;
import io.flexledger.mapper.ibkr.column.RefusedException;
import io.flexledger.mapper.ibkr.column.Times;
import io.flexledger.mapper.ibkr.row.Row;
import io.flexledger.mapper.reading.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row by type. {@code null} is a column that was not selected or holds nothing; the methods called
 * {@code required...} refuse the row instead, and say which of the two it is.
 */
public final class Cells {

    /** Stands in date columns of rows that sum up several days. */
    private static final String SEVERAL_DAYS = "MULTI";

    private final Row row;
    private final Statement statement;
    private @Nullable AccountId account;

    public Cells(Row row, Statement statement) {
        this.row = row;
        this.statement = statement;
    }

    Row row() {
        return row;
    }

    Statement statement() {
        return statement;
    }

    /** The row's own account; a row that names none belongs to the statement's. */
    AccountId account() {
        if (account == null) {
            account = readAccount();
        }
        return account;
    }

    private AccountId readAccount() {
        var stated = text("accountId");
        if (stated == null || stated.equals("-")) {
            return statement.artifact().account();
        }
        try {
            return AccountId.of(stated);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Reason.BAD_ACCOUNT, "accountId", stated, "an account id", "report it: the column has changed");
        }
    }

    AccountTerms terms() {
        return statement.terms(account());
    }

    boolean selected(String column) {
        return row.has(column);
    }

    @Nullable
    String text(String column) {
        var value = row.value(column);
        return value == null || value.isBlank() ? null : value;
    }

    String requiredText(String column) {
        var text = text(column);
        if (text == null) {
            throw absent(column);
        }
        return text;
    }

    /** An id of the broker, who writes 0 for none. */
    @Nullable
    String id(String column) {
        var text = text(column);
        return text == null || text.equals("0") ? null : text;
    }

    /** A text from a fixed vocabulary; a word that is new is passed on and reported. */
    @Nullable
    String word(String column, Set<String> vocabulary) {
        var word = text(column);
        if (word != null && !vocabulary.contains(word)) {
            statement.drift().value(row.section(), column, word);
        }
        return word;
    }

    /** The broker's codes, separated by semicolons. */
    List<String> codes(String column) {
        var text = text(column);
        if (text == null) {
            return List.of();
        }
        var codes = text.indexOf(';') < 0 ? List.of(text) : List.of(text.split(";"));
        var named = codes.stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
        named.stream()
                .filter(code -> !Vocabulary.CODES.contains(code))
                .forEach(code -> statement.drift().value(row.section(), column, code));
        return named;
    }

    @Nullable
    BigDecimal number(String column) {
        var text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return Numbers.parse(text);
        } catch (RefusedException e) {
            throw e.in(column);
        }
    }

    BigDecimal requiredNumber(String column) {
        var number = number(column);
        if (number == null) {
            throw absent(column);
        }
        return number;
    }

    Quantity requiredQuantity(String column) {
        return new Quantity(requiredNumber(column));
    }

    @Nullable
    Money money(String column, CurrencyCode currency) {
        var number = number(column);
        return number == null ? null : new Money(number, currency);
    }

    Money requiredMoney(String column, CurrencyCode currency) {
        return new Money(requiredNumber(column), currency);
    }

    /** Nothing in a column that was selected is zero. */
    @Nullable
    Money moneyIfSelected(String column, CurrencyCode currency) {
        return selected(column) ? moneyOrZero(column, currency) : null;
    }

    Money moneyOrZero(String column, CurrencyCode currency) {
        var money = money(column, currency);
        return money == null ? Money.zero(currency) : money;
    }

    @Nullable
    CurrencyCode currency(String column) {
        var text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return CurrencyCode.of(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Reason.BAD_CURRENCY,
                    column,
                    text,
                    "a currency code such as USD",
                    "report it: the column has changed");
        }
    }

    CurrencyCode requiredCurrency(String column) {
        var currency = currency(column);
        if (currency == null) {
            throw absent(column);
        }
        return currency;
    }

    @Nullable
    Moment moment(String column) {
        var text = text(column);
        if (text == null || text.equals(SEVERAL_DAYS)) {
            return null;
        }
        try {
            return Times.parse(text, statement.dateOrder());
        } catch (RefusedException e) {
            throw e.in(column);
        }
    }

    @Nullable
    LocalDate date(String column) {
        var moment = moment(column);
        return moment == null ? null : moment.date();
    }

    LocalDate requiredDate(String column) {
        var date = date(column);
        if (date == null) {
            throw absent(column);
        }
        return date;
    }

    RefusedException absent(String column) {
        return row.has(column)
                ? new RefusedException(
                        Reason.MISSING_VALUE, column, null, "a value", "compare the row with the broker's statement")
                : new RefusedException(
                        Reason.MISSING_COLUMN,
                        column,
                        null,
                        "the column " + column,
                        "select " + column + " in section " + row.section() + " of the Flex query");
    }
}
