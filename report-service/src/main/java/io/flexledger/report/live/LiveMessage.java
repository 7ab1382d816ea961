package io.flexledger.report.live;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Severity;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.contracts.money.Money;
import io.flexledger.contracts.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is pushed to an open page or socket. */
public sealed interface LiveMessage {

    /** Name of the event. */
    String event();

    /** Whose it is; absent for what concerns everybody. */
    @Nullable
    AccountId account();

    /** How the gateway is heard, and whether the service that hears it still speaks. */
    record Status(@JsonUnwrapped GatewayStatus status, boolean silent) implements LiveMessage {
        public static Status of(GatewayStatus status, Hearing hearing) {
            return new Status(status, new Hearing(status, hearing.now(), hearing.limits()).isSilent());
        }

        @Override
        public String event() {
            return "status";
        }

        @Override
        public @Nullable AccountId account() {
            return null;
        }
    }

    /**
     * The newest value of an account.
     *
     * @param source     whose it is
     * @param ageSeconds at the moment it is told
     * @param change     since the last close
     * @param changes    the gateway's own results so far
     * @param stale      whether it may no longer hold
     */
    record Nav(
            AccountId account,
            LocalDate date,
            Instant asOf,
            NavSnapshot.Kind source,
            boolean provisional,
            long ageSeconds,
            Money total,
            @JsonInclude(ALWAYS) @Nullable Money change,
            Map<String, Money> changes,
            boolean stale,
            List<Caveat> caveats)
            implements LiveMessage {

        public static Nav of(CurrentNav nav, Hearing hearing) {
            var value = nav.value();
            return new Nav(
                    value.account(),
                    value.date(),
                    value.asOf(),
                    value.kind(),
                    nav.isProvisional(),
                    hearing.age(value.asOf()).toSeconds(),
                    value.total(),
                    nav.change().orElse(null),
                    value.changes(),
                    hearing.isStale(value.asOf()),
                    value.caveats());
        }

        @Override
        public String event() {
            return "nav";
        }
    }

    /**
     * An execution.
     *
     * @param id        of the event: the same one, corrected or not
     * @param execution {@code execId} without its revision
     * @param side      BUY or SELL
     * @param quantity  positive bought, negative sold
     * @param said      the same in words
     */
    record Fill(
            AccountId account,
            EventId id,
            String execution,
            String execId,
            LocalDate date,
            Instant time,
            String symbol,
            String name,
            String side,
            Quantity quantity,
            BigDecimal price,
            String currency,
            @JsonInclude(ALWAYS) @Nullable Money commission,
            LiveFill.Status status,
            Instant statedAt,
            FillWords said)
            implements LiveMessage {

        public static Fill of(LiveFill fill, FillWords said) {
            return new Fill(
                    fill.account(),
                    fill.event(),
                    fill.execution(),
                    fill.execId(),
                    fill.reportDate(),
                    fill.occurredAt(),
                    fill.instrument().symbol(),
                    fill.instrument().spoken(),
                    fill.quantity().signum() < 0 ? "SELL" : "BUY",
                    fill.quantity(),
                    fill.price().amount(),
                    fill.price().currency().code(),
                    fill.commission(),
                    fill.status(),
                    fill.statedAt(),
                    said);
        }

        @Override
        public String event() {
            return "fill";
        }
    }

    /** A position after the ledger booked something. */
    record Position(
            AccountId account,
            InstrumentId instrument,
            String symbol,
            String name,
            LocalDate date,
            Quantity quantity,
            @JsonInclude(ALWAYS) @Nullable Money mark)
            implements LiveMessage {

        public static Position of(PositionUpdate position) {
            return new Position(
                    position.account(),
                    position.instrument().id(),
                    position.instrument().symbol(),
                    position.instrument().spoken(),
                    position.reportDate(),
                    position.quantity(),
                    position.mark());
        }

        @Override
        public String event() {
            return "position";
        }
    }

    /** The ledger tells a day otherwise than before. */
    record Day(AccountId account, LocalDate date) implements LiveMessage {
        @Override
        public String event() {
            return "day";
        }
    }

    /** An alert was raised, ended, went on, or was acknowledged. */
    record Alerted(@JsonUnwrapped Alert alert, Severity severity, boolean lasts, boolean open) implements LiveMessage {
        public static Alerted of(Alert alert) {
            return new Alerted(alert, alert.kind().severity(), alert.kind().lasts(), alert.isOpen());
        }

        @Override
        public String event() {
            return "alert";
        }

        @Override
        public @Nullable AccountId account() {
            return alert.account();
        }
    }

    /** The last one on a connection: why it ends, and that it may be opened anew. */
    record End(String reason) implements LiveMessage {
        @Override
        public String event() {
            return "end";
        }

        @Override
        public @Nullable AccountId account() {
            return null;
        }
    }
}
