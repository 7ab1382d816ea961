package io.flexledger.ledger.book;

import io.flexledger.contracts.event.CashEvent.CashFlow;
import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.TradeEvent.Fill;
import io.flexledger.contracts.event.TradeEvent.FillCancelled;
import io.flexledger.contracts.journal.EntryDetail.DeliveryKind;
import io.flexledger.contracts.journal.EntryDetail.Recognition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened, however many rows tell it. */
public sealed interface Movement {

    /** Names, dates and orders the movement: the fact of its first row. */
    Fact fact();

    /** When it counts. */
    default Instant at() {
        return fact().occurredAt();
    }

    /** Broker's id of its first row, for a fixed order within one second. */
    @Nullable
    String transactionId();

    record Execution(Fill fill) implements Movement {
        @Override
        public Fact fact() {
            return fill.fact();
        }

        @Override
        public @Nullable String transactionId() {
            return fill.ids().transactionId();
        }
    }

    record Expiry(Fill fill, Recognition recognition) implements Movement {
        @Override
        public Fact fact() {
            return fill.fact();
        }

        @Override
        public @Nullable String transactionId() {
            return fill.ids().transactionId();
        }
    }

    /** An assignment or exercise: the option legs and the shares they turned into. */
    record Delivery(
            DeliveryKind kind, List<Fill> options, @Nullable Fill shares, Recognition recognition) implements Movement {
        @Override
        public Fact fact() {
            return options.getFirst().fact();
        }

        @Override
        public @Nullable String transactionId() {
            return options.getFirst().ids().transactionId();
        }
    }

    /** @param original the fill taken back, where it is known */
    record Cancellation(FillCancelled cancel, @Nullable Fill original) implements Movement {
        @Override
        public Fact fact() {
            return cancel.fact();
        }

        /** Rows may carry a date alone, and nothing is taken back before it happened. */
        @Override
        public Instant at() {
            var stated = cancel.occurredAt();
            return original != null && original.occurredAt().isAfter(stated) ? original.occurredAt() : stated;
        }

        @Override
        public @Nullable String transactionId() {
            return cancel.ids().transactionId();
        }
    }

    /** @param inferred true where no row itemises it and the ledger concluded it from two others */
    record Cash(CashFlow flow, boolean inferred) implements Movement {
        @Override
        public Fact fact() {
            return flow.fact();
        }

        @Override
        public @Nullable String transactionId() {
            return flow.transactionId();
        }
    }
}
