package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.event.OptionTerms;
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
import java.util.Set;

/** An open option expires within days. Over once it is closed, or its last day is over on the exchange's calendar. */
final class ExpiryRule implements Rule {

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.EXPIRY_SOON);
    }

    @Override
    public List<Finding> findings(Known known, Limits limits) {
        var findings = new ArrayList<Finding>();
        for (var account : known.accounts()) {
            var today = known.now().atZone(account.market()).toLocalDate();
            open(account).forEach((instrument, quantity) -> {
                var option = instrument.option();
                if (option != null
                        && !option.expiry().isBefore(today)
                        && !option.expiry().isAfter(today.plusDays(limits.expiryDays()))) {
                    findings.add(finding(account, instrument, option, quantity, limits));
                }
            });
        }
        return findings;
    }

    /** By the ledger's books, and what the gateway holds beside them. */
    private static Map<Instrument, Quantity> open(Account account) {
        var ids = new LinkedHashMap<String, Instrument>();
        var open = new LinkedHashMap<Instrument, Quantity>();
        for (PositionUpdate position : account.positions()) {
            ids.put(position.instrument().id().value(), position.instrument());
            open.put(position.instrument(), position.quantity());
        }
        var live = account.live();
        if (live != null && account.current()) {
            for (Holding holding : live.positions()) {
                if (ids.putIfAbsent(holding.instrument().id().value(), holding.instrument()) == null) {
                    open.put(holding.instrument(), holding.quantity());
                }
            }
        }
        open.values().removeIf(quantity -> quantity.signum() == 0);
        return open;
    }

    private static Finding finding(
            Account account, Instrument instrument, OptionTerms option, Quantity quantity, Limits limits) {
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
