package io.flexledger.report;

import io.flexledger.report.adapter.db.EventTable;
import io.flexledger.report.adapter.db.FetchRunTable;
import io.flexledger.report.adapter.db.GatewayTable;
import io.flexledger.report.adapter.db.LiveFillTable;
import io.flexledger.report.adapter.upstream.BookedAccounts;
import io.flexledger.report.alert.Known;
import io.flexledger.report.alert.Known.Break;
import io.flexledger.report.alert.Limits;
import io.flexledger.report.live.Hearing;
import io.flexledger.transport.outage.Outage;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is known at a moment, for whoever looks for reasons to tell somebody. */
@ApplicationScoped
class Outlook {

    private static final Logger LOG = Logger.getLogger(Outlook.class);

    private final Pool pool;
    private final EventTable events;
    private final GatewayTable gateways;
    private final LiveFillTable fills;
    private final FetchRunTable runs;
    private final BookedAccounts booked;
    private final AccountOutlook accounts;
    private final ReportConfig config;
    private volatile boolean well = true;

    Outlook(
            Pool pool,
            EventTable events,
            GatewayTable gateways,
            LiveFillTable fills,
            FetchRunTable runs,
            BookedAccounts booked,
            AccountOutlook accounts,
            ReportConfig config) {
        this.pool = pool;
        this.events = events;
        this.gateways = gateways;
        this.fills = fills;
        this.runs = runs;
        this.booked = booked;
        this.accounts = accounts;
        this.config = config;
    }

    Limits limits() {
        var set = config.alerts();
        return new Limits(
                set.maxAge(),
                set.expiryDays(),
                set.cushion(),
                set.gatewayPatience(),
                set.breakPatience(),
                set.runPatience());
    }

    Known at(Instant now) {
        var heard = gateways.all(pool).stream()
                .map(status -> new Hearing(status, now, silence()))
                .toList();
        var unconfirmed = fills.unconfirmed(pool).stream()
                .map(day -> new Known.Unconfirmed(
                        day.account(),
                        AccountSettings.of(config, day.account()).clocks().market(),
                        day.date(),
                        day.first(),
                        day.count()))
                .toList();
        return new Known(
                now,
                events.deliveries(pool, oldest(config, now)),
                accounts.accounts(now, heard),
                heard,
                unconfirmed,
                breaks(now),
                runs.all(pool),
                booked.at(now).orElse(null));
    }

    /** A day that cannot be told at all, as after a change of base currency, keeps nobody from hearing of the rest. */
    private @Nullable List<Break> breaks(Instant now) {
        try {
            var breaks = accounts.breaks(oldest(config, now));
            well = true;
            return breaks;
        } catch (RuntimeException failure) {
            if (Outage.caused(failure)) {
                throw failure;
            }
            if (well) {
                LOG.error("Days that do not add up are not looked for until this is over", failure);
            }
            well = false;
            return null;
        }
    }

    private Hearing.Limits silence() {
        return new Hearing.Limits(config.live().staleAfter(), config.live().silentAfter());
    }

    /** The first report day that may hold anything worth telling, whatever the zone. */
    private static LocalDate oldest(ReportConfig config, Instant now) {
        return LocalDate.ofInstant(now.minus(config.alerts().maxAge()), ZoneOffset.UTC)
                .minusDays(1);
    }
}
