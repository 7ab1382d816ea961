package io.flexledger.report.story;

import io.flexledger.calendar.Session;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.EntryDetail.DeliveryKind;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.report.story.Happening.TradeGroup;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a block is called, first rule that fits:
 *
 * <ol>
 *   <li>a group whose every leg closes shares an option turned into that day is a "Cover Trade" when it buys, a
 *       "Closing Trade" when it sells;
 *   <li>a group that closes units it opened itself is "Day Trades";
 *   <li>a group that only opens options ending on the report day is "0DTE Trades";
 *   <li>a group that only closes is "Closing Trades";
 *   <li>else "Option Trades", "Stock Trades", "Currency Trades" by the only kind of instrument in it, or "Trades".
 * </ol>
 *
 * One fill alone is a "Trade". Outside the market's hours "Overnight", "Pre-Market" or "After-Hours" stands before it.
 * Deliveries and expiries are called what they are, cash by the broker's word for it.
 */
public final class BlockTitle {

    private BlockTitle() {}

    public static String of(Told told, LocalDate day) {
        return switch (told.happening()) {
            case TradeGroup group ->
                hours(told.session()) + plural(kind(group, day), group.fills().size());
            case Happening.Delivery delivery ->
                delivery.detail().delivery() == DeliveryKind.ASSIGNMENT ? "Assignment" : "Exercise";
            case Happening.Expiry _ -> "Expiration";
            case Happening.Cash cash -> cash(cash);
            case Happening.Cancellation _ -> "Cancelled Trade";
        };
    }

    private static String hours(Session session) {
        return switch (session) {
            case OVERNIGHT -> "Overnight ";
            case PRE_MARKET -> "Pre-Market ";
            case INTRADAY -> "";
            case AFTER_CLOSE -> "After-Hours ";
        };
    }

    private static String kind(TradeGroup group, LocalDate day) {
        if (group.fills().stream().allMatch(FillFigures::closesDelivered)) {
            boolean buys =
                    group.fills().stream().allMatch(f -> f.leg().quantity().signum() > 0);
            return buys ? "Cover Trade" : "Closing Trade";
        }
        if (closesItsOwn(group)) {
            return "Day Trades";
        }
        var legs = group.fills().stream().map(FillFigures::leg).toList();
        if (legs.stream().allMatch(leg -> opensOnly(leg) && endsOn(leg.instrument(), day))) {
            return "0DTE Trade";
        }
        if (legs.stream().allMatch(leg -> leg.opened().isZero() && !leg.closed().isZero())) {
            return "Closing Trade";
        }
        return kinds(group) + "Trade";
    }

    private static boolean closesItsOwn(TradeGroup group) {
        var own = group.fills().stream().map(f -> f.leg().event()).collect(Collectors.toSet());
        return group.entries().stream().flatMap(e -> e.disposals().stream()).anyMatch(d -> own.contains(d.lot()));
    }

    private static boolean opensOnly(Leg leg) {
        return leg.closed().isZero() && !leg.opened().isZero();
    }

    private static boolean endsOn(Instrument instrument, LocalDate day) {
        var option = instrument.option();
        return option != null && option.expiry().equals(day);
    }

    private static String kinds(TradeGroup group) {
        Set<String> categories = group.fills().stream()
                .map(f -> f.leg().instrument().assetCategory())
                .collect(Collectors.toSet());
        if (categories.size() != 1) {
            return "";
        }
        return switch (categories.iterator().next()) {
            case "OPT", "FOP" -> "Option ";
            case "STK" -> "Stock ";
            case "CASH" -> "Currency ";
            case "FUT" -> "Futures ";
            case "BOND" -> "Bond ";
            default -> "";
        };
    }

    private static String plural(String title, int fills) {
        return fills > 1 && !title.endsWith("s") ? title + "s" : title;
    }

    private static String cash(Happening.Cash cash) {
        var word = cash.detail().cashType();
        if (cash.detail().external() && word.toLowerCase(Locale.ROOT).contains("deposit")) {
            return cash.detail().amount().signum() < 0 ? "Withdrawal" : "Deposit";
        }
        return word;
    }
}
