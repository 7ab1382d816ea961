package io.flexledger.realtime;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.CloudEvent;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.Topics;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.Caveat;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.realtime.account.AccountImage;
import io.flexledger.realtime.account.AccountImages;
import io.flexledger.realtime.account.AccountPicture;
import io.flexledger.realtime.account.LiveValue;
import io.flexledger.realtime.account.LiveValue.Telling;
import io.flexledger.realtime.adapter.db.FrameTable;
import io.flexledger.realtime.adapter.db.LiveTable;
import io.flexledger.realtime.frame.Frame;
import io.flexledger.realtime.frame.KeptFrame;
import io.flexledger.realtime.frame.Section;
import io.flexledger.realtime.message.Incoming;
import io.flexledger.realtime.message.Incoming.AccountValue;
import io.flexledger.realtime.message.Incoming.AccountValueMulti;
import io.flexledger.realtime.message.Incoming.SummaryRow;
import io.flexledger.realtime.provisional.ReportDays;
import io.flexledger.realtime.session.Mishap;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.Trouble;
import io.flexledger.realtime.session.question.Asked;
import io.flexledger.transport.Outbox;
import io.flexledger.transport.OutgoingRecord;
import io.flexledger.transport.Transactions;
import io.flexledger.transport.outage.Part;
import io.flexledger.transport.outage.Persistence;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values the accounts while the day runs, and tells what changed, at most so often. For one thread.
 *
 * <p>The total's own message is kept with each value that is told, so that it leads to the gateway's bytes like any
 * figure.
 */
@ApplicationScoped
public class LiveDesk {

    private static final String TOTAL = "NetLiquidation";

    /** After this long a value is told although nothing changed: that it still holds is news, too. */
    private static final Duration STILL_HOLDS = Duration.ofSeconds(30);

    /** An image that is not whole by then is told as it is, and said to be incomplete. */
    private static final Duration IMAGE = Duration.ofSeconds(20);

    /** The same for marks that come one by one: a position that is without one then is named. */
    private static final Duration MARKS = Duration.ofSeconds(10);

    /** How far an execution may be ahead of the gateway's clock, which is known to half a second and drifts. */
    private static final Duration AHEAD = Duration.ofSeconds(3);

    private final Pool pool;
    private final Outbox outbox;
    private final Persistence persistence;
    private final RealtimeConfig config;
    private final ReportDays days = new ReportDays(MarketCalendar.newYork());
    private final LiveValue values;
    private final AccountImages images = new AccountImages(this::accountOf);
    private final Map<String, Frame> totals = new HashMap<>();
    private final Map<String, Told> told = new HashMap<>();
    private List<String> accounts = List.of();
    private Instant begun = Instant.EPOCH;
    private Instant lastExecution = Instant.EPOCH;

    LiveDesk(Pool pool, Outbox outbox, Persistence persistence, RealtimeConfig config) {
        this.pool = pool;
        this.outbox = outbox;
        this.persistence = persistence;
        this.config = config;
        this.values = new LiveValue(rates(config));
    }

    /** What was told of an account last. */
    private record Told(Instant at, Instant changedAt, SessionStatus status) {}

    /** A session tells everything anew. */
    void begin(Instant now) {
        images.clear();
        totals.clear();
        begun = now;
    }

    void know(SessionStatus status) {
        accounts = status.accounts();
    }

    /**
     * It is no earlier there than when the last execution happened, however long ago we asked for the time; an
     * execution that is dated far ahead of the gateway's own clock does not move that.
     */
    void atLeast(Instant execution) {
        if (execution.isAfter(lastExecution)) {
            lastExecution = execution;
        }
    }

    void hear(Incoming message, Frame frame) {
        images.hear(message, frame.receivedAt());
        String account = switch (message) {
            case AccountValue value when value.key().equals(TOTAL) -> value.account();
            case AccountValueMulti value when value.key().equals(TOTAL) -> value.account();
            case SummaryRow row when row.tag().equals(TOTAL) -> row.account();
            default -> null;
        };
        if (account != null) {
            totals.put(account, frame);
        }
    }

    void tell(SessionStatus status, Instant now) {
        withinReason(status.clockOffset(), now);
        images.all().forEach((account, image) -> {
            if (isDue(account, image, status, now)) {
                tell(AccountId.of(account), image, status, now);
                told.put(account, new Told(now, image.changedAt(), status));
            }
        });
    }

    /** Tells every value, whether or not it changed; returns whether none had to be withheld. */
    boolean tellAnew(SessionStatus status, Instant now) {
        told.clear();
        tell(status, now);
        return images.all().entrySet().stream()
                .filter(image -> LiveValue.total(image.getValue()).isPresent())
                .allMatch(image -> told.containsKey(image.getKey()));
    }

    private void withinReason(@Nullable Duration offset, Instant now) {
        if (offset != null && lastExecution.isAfter(now.plus(offset).plus(AHEAD))) {
            lastExecution = now.plus(offset).plus(AHEAD);
        }
    }

    private boolean isDue(String account, AccountImage image, SessionStatus status, Instant now) {
        boolean telling = image.isReady()
                && isDated(status)
                && LiveValue.total(image).isPresent()
                && (isWhole(account, now) || now.isAfter(begun.plus(IMAGE)));
        if (!telling) {
            return false;
        }
        Told before = told.get(account);
        if (before == null) {
            return true;
        }
        boolean news = !image.changedAt().equals(before.changedAt())
                || status.state() != before.status().state()
                || !Objects.equals(status.mishap(), before.status().mishap());
        boolean live = status.state().isLive();
        return (news && !now.isBefore(before.at().plus(config.live().atMostEvery())))
                || (live && !now.isBefore(before.at().plus(STILL_HOLDS)));
    }

    /** The only account of a log-in has its marks with its portfolio; those of several are not waited for for long. */
    private boolean isWhole(String account, Instant now) {
        boolean marked = accounts.size() == 1 || now.isAfter(begun.plus(MARKS)) || images.isMarked(account);
        return marked && images.isWhole(account);
    }

    /** A session's values are dated by its gateway's clock, so they wait until it has said what time it is. */
    private static boolean isDated(SessionStatus status) {
        return !status.hasSession() || status.heartbeatAt() != null;
    }

    private void tell(AccountId account, AccountImage image, SessionStatus status, Instant now) {
        persistence.through(Part.inbox("live-value"), () -> {
            Transactions.run(pool, tx -> tell(tx, account, image, status, now));
            return true;
        });
        outbox.wake();
    }

    private void tell(SqlConnection tx, AccountId account, AccountImage image, SessionStatus status, Instant now) {
        Instant asOf = asOf(image, status);
        long version = Math.max(LiveTable.version(tx, account) + 1, Micros.of(now));
        Telling telling = new Telling(days.of(asOf), asOf, version, caveats(account, status), sources(tx, account));
        values.of(account, image, telling).ifPresent(snapshot -> {
            LiveTable.save(tx, snapshot, AccountPicture.of(account.value(), image, asOf));
            outbox.add(tx, List.of(record(snapshot)));
        });
    }

    /** While the gateway is heard, its figures hold until it says otherwise; else they are of their last change. */
    private Instant asOf(AccountImage image, SessionStatus status) {
        Instant heard = status.state().isLive() && status.heardAt() != null ? status.heardAt() : image.changedAt();
        Duration offset = status.clockOffset();
        Instant there = offset == null ? heard : heard.plus(offset);
        return there.isAfter(lastExecution) ? there : lastExecution;
    }

    private List<Caveat> caveats(AccountId account, SessionStatus status) {
        List<Caveat> caveats = new ArrayList<>();
        Mishap mishap = status.mishap();
        if (!status.state().isLive()) {
            caveats.add(new Caveat(
                    "GATEWAY_" + status.state(), mishap == null ? "the gateway is not heard" : mishap.text()));
        }
        if (status.state().isLive() && mishap != null && mishap.trouble() == Trouble.GATEWAY_SERVICE) {
            caveats.add(new Caveat("MARKS_STALE", mishap.finding()));
        }
        if (!images.isWhole(account.value())) {
            caveats.add(new Caveat("IMAGE_INCOMPLETE", "the gateway has not told everything it knows of the account"));
        }
        return caveats;
    }

    private List<Source> sources(SqlConnection tx, AccountId account) {
        Frame total = totals.get(account.value());
        if (total == null) {
            return List.of();
        }
        FrameTable.add(tx, List.of(new FrameTable.Entry(Section.NET_LIQUIDATION, null, null, total)));
        return FrameTable.find(tx, total.id())
                .map(KeptFrame::source)
                .map(List::of)
                .orElseGet(List::of);
    }

    private @Nullable String accountOf(int requestId) {
        Asked asked = Asked.of(requestId).orElse(null);
        if (asked != Asked.VALUES && asked != Asked.RESULT) {
            return null;
        }
        int index = requestId - asked.requestId();
        return index < accounts.size() ? accounts.get(index) : null;
    }

    private static OutgoingRecord record(NavSnapshot snapshot) {
        return new OutgoingRecord(
                Topics.NAV_SNAPSHOT.topic(),
                snapshot.key(),
                ContractJson.write(snapshot),
                CloudEvent.of(snapshot).headers(CloudEvent.JSON));
    }

    private static Map<CurrencyCode, BigDecimal> rates(RealtimeConfig config) {
        Map<CurrencyCode, BigDecimal> rates = new HashMap<>();
        config.live().fxRates().forEach((code, rate) -> rates.put(CurrencyCode.of(code), rate));
        return rates;
    }
}
