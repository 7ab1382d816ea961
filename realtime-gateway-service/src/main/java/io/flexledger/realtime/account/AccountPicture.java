package io.flexledger.realtime.account;

import io.flexledger.realtime.account.AccountImage.Held;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An image as it is kept and shown: every figure the gateway has for an account, as it wrote it.
 *
 * @param asOf   by the gateway's clock
 * @param values by key, then by currency; the currency is empty for what is no money
 */
public record AccountPicture(
        String account, Instant asOf, SortedMap<String, SortedMap<String, String>> values, List<Line> positions) {

    public AccountPicture {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        positions = List.copyOf(positions);
    }

    /** A position; amounts are decimals as text, null where the gateway has not told them. */
    public record Line(
            int conid,
            @Nullable String symbol,
            String secType,
            @Nullable String currency,
            String units,
            @Nullable String mark,
            @Nullable String averageCost,
            @Nullable String unrealized,
            @Nullable String realized) {
        static Line of(Held held) {
            return new Line(
                    held.contract().conId(),
                    held.contract().localSymbol() != null
                            ? held.contract().localSymbol()
                            : held.contract().symbol(),
                    held.contract().secType(),
                    held.contract().currency(),
                    held.units().toPlainString(),
                    plain(held.mark()),
                    plain(held.averageCost()),
                    plain(held.unrealized()),
                    plain(held.realized()));
        }

        private static @Nullable String plain(@Nullable BigDecimal amount) {
            return amount == null ? null : amount.toPlainString();
        }
    }

    public static AccountPicture of(String account, AccountImage image, Instant asOf) {
        SortedMap<String, SortedMap<String, String>> values = new TreeMap<>();
        image.values()
                .forEach((named, text) -> values.computeIfAbsent(named.key(), _ -> new TreeMap<>())
                        .put(named.currency(), text));
        return new AccountPicture(
                account,
                asOf,
                values,
                image.positions().values().stream().map(Line::of).toList());
    }

    /** A figure that is told in one currency alone, as most are. */
    public Optional<Figure> figure(String key) {
        return Optional.ofNullable(values.get(key))
                .flatMap(byCurrency -> byCurrency.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(AccountImage.BASE))
                        .findFirst()
                        .map(entry -> new Figure(entry.getValue(), entry.getKey())));
    }

    /** @param currency empty for what is no money */
    public record Figure(String text, String currency) {}
}
