package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.journal.EntryDetail.Delivered;
import io.flexledger.contracts.journal.EntryDetail.DeliveryKind;
import io.flexledger.contracts.journal.EntryDetail.Leg;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.report.alert.Finding.Words;
import io.flexledger.report.figure.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An option was assigned or exercised, not long ago. */
final class DeliveryRule implements Rule {

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.ASSIGNMENT, Kind.EXERCISE);
    }

    @Override
    public List<Finding> findings(Known known, Limits limits) {
        var findings = new ArrayList<Finding>();
        for (var entry : known.deliveries()) {
            if (entry.detail() instanceof Delivered delivered && limits.isYoung(entry.occurredAt(), known.now())) {
                findings.add(finding(entry, delivered));
            }
        }
        return findings;
    }

    /** Named by the option's own booking, which stays what it is when the shares come late or a row is corrected. */
    private static Finding finding(JournalEntry entry, Delivered delivered) {
        boolean assigned = delivered.delivery() == DeliveryKind.ASSIGNMENT;
        var option = delivered.options().getFirst();
        var spoken = option.instrument().spoken();
        var words = new Words(
                spoken + (assigned ? " was assigned in " : " was exercised in ") + entry.account(),
                text(entry, delivered, assigned),
                assigned
                        ? "Look at the shares it left, and at the cash or margin they need."
                        : "Look at the shares it left, and whether the exercise was meant.",
                Page.day(entry.account(), entry.reportDate()));
        return Finding.of(
                assigned ? Kind.ASSIGNMENT : Kind.EXERCISE,
                option.event().toString(),
                entry.account(),
                entry.occurredAt(),
                words);
    }

    private static String text(JournalEntry entry, Delivered delivered, boolean assigned) {
        var option = delivered.options().getFirst();
        var contracts = delivered.options().stream()
                .map(leg -> leg.quantity().abs().units())
                .reduce((a, b) -> a.add(b))
                .orElseThrow();
        var first = "On " + entry.reportDate() + ", " + Numbers.count(contracts)
                + (assigned ? " written " : " held ") + option.instrument().spoken()
                + (assigned ? " assigned." : " exercised.");
        var shares = delivered.shares();
        return first + (shares == null ? " No shares were booked for it." : " " + booked(shares));
    }

    private static String booked(Leg shares) {
        boolean bought = shares.quantity().signum() > 0;
        return (bought ? "Bought " : "Sold ")
                + Numbers.count(shares.quantity().abs().units()) + " "
                + shares.instrument().spoken() + " at "
                + Numbers.price(shares.price()) + " " + shares.price().currency() + ".";
    }
}
