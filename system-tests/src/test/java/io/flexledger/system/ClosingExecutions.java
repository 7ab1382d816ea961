package io.flexledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.journal.Disposal;
import io.flexledger.contracts.journal.EntryDetail;
import io.flexledger.contracts.journal.JournalEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Executions that closed something, held against the broker's {@code fifoPnlRealized}.
 *
 * @param known   whose opening is known: each agrees to 1e-6
 * @param unknown opened before the first statement
 */
record ClosingExecutions(int known, int unknown) {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

    static ClosingExecutions agreeing(List<JournalEntry> entries) {
        int known = 0;
        int unknown = 0;
        for (var entry : entries) {
            for (var leg : legs(entry)) {
                var disposals = entry.disposals().stream()
                        .filter(d -> d.closedBy().equals(leg.event()))
                        .toList();
                if (disposals.isEmpty() || leg.brokerRealized() == null) {
                    continue;
                }
                if (!disposals.stream().allMatch(Disposal::basisKnown)) {
                    unknown++;
                    continue;
                }
                known++;
                var own = disposals.stream()
                        .map(d -> d.realizedBroker().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(own.subtract(leg.brokerRealized().amount()).abs())
                        .as("%s on %s", leg.instrument().symbol(), entry.reportDate())
                        .isLessThan(TOLERANCE);
            }
        }
        return new ClosingExecutions(known, unknown);
    }

    private static List<EntryDetail.Leg> legs(JournalEntry entry) {
        return switch (entry.detail()) {
            case EntryDetail.Traded traded -> List.of(traded.leg());
            case EntryDetail.Cancelled cancelled -> List.of(cancelled.leg());
            case EntryDetail.Expired expired -> List.of(expired.leg());
            case EntryDetail.Delivered delivered ->
                Stream.concat(delivered.options().stream(), Stream.ofNullable(delivered.shares()))
                        .toList();
            default -> List.of();
        };
    }
}
