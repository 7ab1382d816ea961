package io.flexledger.report.alert;

import static io.flexledger.report.day.Market.hkd;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.NavSnapshot;
import io.flexledger.contracts.journal.NavSnapshot.Margin;
import io.flexledger.contracts.journal.PositionUpdate;
import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.contracts.money.Quantity;
import io.flexledger.report.alert.Known.Account;
import io.flexledger.report.alert.Known.Break;
import io.flexledger.report.alert.Known.Unconfirmed;
import io.flexledger.report.bridge.Unexplained;
import io.flexledger.report.day.Market;
import io.flexledger.report.holding.BookedAccount;
import io.flexledger.report.live.GatewaySays;
import io.flexledger.report.live.Hearing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vocabulary tests say in what is known at a moment: account U1, limits as they are unless set otherwise. */
final class WatchScenario {

    static final AccountId U1 = AccountId.of("U1");
    static final Instant NOW = Market.newYork("2025-07-18T12:00:00");
    static final Limits LIMITS = new Limits(
            Duration.ofDays(5),
            2,
            new BigDecimal("0.10"),
            Duration.ofSeconds(45),
            Duration.ofSeconds(20),
            Duration.ofMinutes(10));

    private final Instant now;
    private final List<JournalEntry> deliveries = new ArrayList<>();
    private final List<PositionUpdate> positions = new ArrayList<>();
    private final List<Hearing> gateways = new ArrayList<>();
    private final List<Unconfirmed> unconfirmed = new ArrayList<>();
    private final List<Break> breaks = new ArrayList<>();
    private final List<FetchRun> runs = new ArrayList<>();
    private @Nullable NavSnapshot live;
    private boolean current = true;
    private @Nullable List<BookedAccount> ledgerAnswer = List.of();

    private WatchScenario(Instant now) {
        this.now = now;
    }

    static WatchScenario at(Instant now) {
        return new WatchScenario(now);
    }

    static WatchScenario now() {
        return new WatchScenario(NOW);
    }

    WatchScenario booked(List<JournalEntry> entries) {
        deliveries.addAll(entries);
        return this;
    }

    WatchScenario holds(Instrument instrument, String units) {
        positions.add(new PositionUpdate(
                U1, instrument, LocalDate.parse("2025-07-17"), NOW, 1, Quantity.of(units), List.of(), null));
        return this;
    }

    WatchScenario live(NavSnapshot value) {
        live = value;
        return this;
    }

    /** Worth 1000, of which so much may be lost. */
    WatchScenario cushion(String excess) {
        return worth("1000", excess);
    }

    WatchScenario worth(String total, String excess) {
        var value = GatewaySays.value("U1", "2025-07-18", now, total).says();
        return live(new NavSnapshot(
                value.account(),
                value.date(),
                value.kind(),
                value.asOf(),
                value.version(),
                value.total(),
                value.opening(),
                value.components(),
                value.changes(),
                value.twrPercent(),
                value.cash(),
                value.accruals(),
                value.positions(),
                new Margin(hkd("500"), hkd(excess)),
                value.caveats(),
                value.sources()));
    }

    WatchScenario old() {
        current = false;
        return this;
    }

    /** The gateway in a state it told so long ago. */
    WatchScenario gateway(GatewayStatus.State state, Duration ago) {
        gateways.add(new Hearing(
                GatewaySays.status("U1", state, now.minus(ago)),
                now,
                new Hearing.Limits(Duration.ofMinutes(5), Duration.ofSeconds(60))));
        return this;
    }

    WatchScenario unconfirmed(String date, long count) {
        unconfirmed.add(
                new Unconfirmed(U1, Market.NEW_YORK, LocalDate.parse(date), Market.newYork(date + "T10:00:00"), count));
        return this;
    }

    WatchScenario offBy(String date, String amount, boolean first) {
        breaks.add(new Break(
                U1,
                LocalDate.parse(date),
                Market.newYork(date + "T16:00:00"),
                first,
                new Unexplained(hkd(amount), List.of(), "Select all columns.")));
        return this;
    }

    WatchScenario run(Instant ended, FetchRun.@Nullable Failure failure) {
        runs.add(new FetchRun(U1, "daily", 1, 7, ended.minusSeconds(30), ended, failure));
        return this;
    }

    WatchScenario ledgerSays(@Nullable List<BookedAccount> told) {
        ledgerAnswer = told;
        return this;
    }

    Known known() {
        return new Known(
                now,
                deliveries,
                List.of(new Account(U1, Market.NEW_YORK, positions, live, current)),
                gateways,
                unconfirmed,
                breaks,
                runs,
                ledgerAnswer);
    }

    Watch.Look look() {
        return Watch.look(known(), LIMITS);
    }

    List<Finding> findings() {
        return look().findings();
    }

    /** Those that are reason enough for an alert. */
    List<Finding> raising() {
        return findings().stream().filter(Finding::raises).toList();
    }

    static Finding found(Kind kind, String subject) {
        return Finding.of(kind, subject, U1, NOW, new Finding.Words("title", "text", "next step", "/"));
    }
}
