package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.journal.NavSnapshot.Holding;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.alert.Finding.Words;
import io.flexledger.report.alert.Known.Account;
import io.flexledger.report.figure.Numbers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An open option expires within days. Over once it is closed, or its last day is over on the exchange's calendar. While
 * the gateway is not heard nobody knows of what it alone holds, and what goes on goes on.
 */
final class ExpiryRule implements Rule {

    /** Of what a live value says when it does not hold all there is. */
    private static final Set<String> LEFT_OUT = Set.of("MARK_MISSING", "FX_RATE_MISSING");

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.EXPIRY_SOON);
    }

    @Override
    public List<Finding> findings(Known known, Limits limits) {
        var findings = new ArrayList<Finding>();
        for (var account : known.accounts()) {
            var today = known.now().atZone(account.market()).toLocalDate();
            var last = today.plusDays(limits.expiryDays());
            var booked = booked(account);
            booked.forEach((instrument, quantity) -> {
                if (isWithin(today, last, instrument, quantity)) {
                    findings.add(finding(account, instrument, quantity, limits)
                            .raisingIf(!isClosedSince(account, instrument)));
                }
            });
            besides(account, booked.keySet()).forEach((instrument, quantity) -> {
                if (isWithin(today, last, instrument, quantity)) {
                    findings.add(finding(account, instrument, quantity, limits).raisingIf(account.current()));
                }
            });
        }
        return findings;
    }

    private static boolean isWithin(LocalDate first, LocalDate last, Instrument instrument, Quantity quantity) {
        var option = instrument.option();
        return option != null
                && quantity.signum() != 0
                && !option.expiry().isBefore(first)
                && !option.expiry().isAfter(last);
    }

    /** By the ledger's books, what they know to be closed among it. */
    private static Map<Instrument, Quantity> booked(Account account) {
        var booked = new LinkedHashMap<Instrument, Quantity>();
        for (PositionUpdate position : account.positions()) {
            booked.put(position.instrument(), position.quantity());
        }
        return booked;
    }

    /** What the gateway holds beside the books. */
    private static Map<Instrument, Quantity> besides(Account account, Set<Instrument> booked) {
        var ids = booked.stream().map(Instrument::id).collect(Collectors.toSet());
        var besides = new LinkedHashMap<Instrument, Quantity>();
        var live = account.live();
        for (Holding holding : live == null ? List.<Holding>of() : live.positions()) {
            if (ids.add(holding.instrument().id())) {
                besides.put(holding.instrument(), holding.quantity());
            }
        }
        return besides;
    }

    /**
     * Whether the gateway holds none of it any more, of which no statement has told yet. One that left something out
     * says so, and knows contracts by the broker's ids alone.
     */
    private static boolean isClosedSince(Account account, Instrument instrument) {
        var live = account.live();
        return live != null
                && account.current()
                && live.caveats().stream().noneMatch(caveat -> LEFT_OUT.contains(caveat.code()))
                && instrument.id().value().startsWith("conid:")
                && account.positions().stream()
                        .filter(position -> position.instrument().equals(instrument))
                        .allMatch(position -> position.reportDate().isBefore(live.date()))
                && live.positions().stream()
                        .noneMatch(holding -> holding.instrument().id().equals(instrument.id())
                                && holding.quantity().signum() != 0);
    }

    private static Finding finding(Account account, Instrument instrument, Quantity quantity, Limits limits) {
        var option = Objects.requireNonNull(instrument.option());
        boolean written = quantity.signum() < 0;
        var words = new Words(
                instrument.spoken() + " in " + account.account() + " expires on " + option.expiry(),
                Numbers.count(quantity.abs().units()) + (written ? " written " : " held ") + instrument.spoken()
                        + " open, last day " + option.expiry() + ".",
                written
                        ? "Close it, roll it, or be ready to be assigned."
                        : "Sell it, exercise it, or let it end; in the money it may be exercised by itself.",
                Page.newest(account.account()));
        return Finding.of(
                Kind.EXPIRY_SOON,
                account.account() + "/" + instrument.id().value(),
                account.account(),
                warned(option.expiry(), limits)
                        .atTime(LocalTime.MIN)
                        .atZone(account.market())
                        .toInstant(),
                words);
    }

    /** The first day on which it is near. */
    private static LocalDate warned(LocalDate expiry, Limits limits) {
        return expiry.minusDays(limits.expiryDays());
    }
}
