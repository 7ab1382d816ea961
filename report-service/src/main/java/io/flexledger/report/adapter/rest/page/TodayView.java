package io.flexledger.report.adapter.rest.page;

import io.flexledger.contracts.live.GatewayStatus;
import io.flexledger.report.RunningDay.AccountNow;
import io.flexledger.report.figure.Numbers;
import io.flexledger.report.live.CurrentNav;
import io.flexledger.report.live.FillWords;
import io.flexledger.report.live.Hearing;
import io.flexledger.report.live.LiveFill;
import io.flexledger.report.narrative.Clocks;
import io.flexledger.report.narrative.FillTelling;
import io.flexledger.report.trace.DayFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The strip that says how an account stands now, ready for its template.
 *
 * @param shown whether there is a running day to speak of; else it is there for a script to fill
 * @param old   why the value may no longer hold, as a sentence
 * @param fills the newest, newest first
 * @param count of all fills of the day
 */
record TodayView(
        String account,
        boolean shown,
        @Nullable ValueView value,
        StateView gateway,
        @Nullable String old,
        List<FillView> fills,
        long count) {

    /**
     * What it is worth.
     *
     * @param trace     where the amount comes from
     * @param standing  LIVE, OFFICIAL or CALCULATED
     * @param asOf      on both clocks
     * @param instant   the same for a machine
     * @param age       in words, of the moment the page was made
     * @param change    since the last close; absent where there is none
     * @param results   the gateway's own count of the day; absent where it says none
     */
    record ValueView(
            String amount,
            String trace,
            LocalDate date,
            String standing,
            boolean provisional,
            String asOf,
            String instant,
            String age,
            long ageSeconds,
            @Nullable SpanView change,
            @Nullable SpanView results) {

        static ValueView of(CurrentNav nav, Hearing hearing, Clocks clocks) {
            var value = nav.value();
            var age = hearing.age(value.asOf());
            var daily = value.changes().get("dailyPnl");
            return new ValueView(
                    Numbers.amount(value.total()),
                    SpanView.traceOf(DayFigures.nav(value).getFirst()),
                    value.date(),
                    value.kind().name(),
                    nav.isProvisional(),
                    clocks.precise(value.asOf()),
                    value.asOf().toString(),
                    words(age),
                    age.toSeconds(),
                    nav.change().map(Numbers::signed).map(ValueView::change).orElse(null),
                    daily == null ? null : change(Numbers.signed(daily)));
        }

        private static SpanView change(String text) {
            return new SpanView(text, null, text.startsWith("+") ? "gain" : text.startsWith("-") ? "loss" : "");
        }
    }

    /**
     * How the gateway is heard.
     *
     * @param style ok, wait, bad or off: a colour, beside the words
     */
    record StateView(String style, String text, @Nullable String problem) {

        static StateView of(Hearing hearing) {
            var status = hearing.status();
            if (status == null) {
                return new StateView("off", "No gateway", null);
            }
            if (hearing.isSilent()) {
                var since = words(Duration.between(status.statedAt(), hearing.now()));
                return new StateView("bad", "Gateway service silent for " + since, null);
            }
            var problem = status.problem();
            return new StateView(style(status.state()), text(status.state()), problem == null ? null : problem.text());
        }

        private static String style(GatewayStatus.State state) {
            return switch (state) {
                case CONNECTED -> "ok";
                case CONNECTING, DEGRADED, RESTART_WINDOW -> "wait";
                case LOGIN_NEEDED -> "bad";
                case DISABLED -> "off";
            };
        }

        private static String text(GatewayStatus.State state) {
            return switch (state) {
                case CONNECTED -> "Gateway connected";
                case CONNECTING -> "Gateway connecting";
                case DEGRADED -> "Gateway impaired";
                case RESTART_WINDOW -> "Gateway restarting, as expected";
                case LOGIN_NEEDED -> "Gateway needs a log-in";
                case DISABLED -> "Gateway switched off";
            };
        }
    }

    /** An execution in one line; the script of the page makes the same of one that is told to it. */
    record FillView(String id, String instant, FillWords said, String style) {

        static FillView of(LiveFill fill, Clocks clocks) {
            return new FillView(
                    fill.event().toString(),
                    fill.occurredAt().toString(),
                    FillTelling.of(fill, clocks),
                    switch (fill.status()) {
                        case PROVISIONAL -> "mark";
                        case CONFIRMED -> "quiet";
                        case UNCONFIRMED -> "warn";
                    });
        }
    }

    /** How many fills are not shown. */
    public long earlier() {
        return count - fills.size();
    }

    static TodayView of(AccountNow now) {
        var hearing = now.hearing();
        var nav = now.nav().orElse(null);
        return new TodayView(
                now.account().value(),
                now.isLive(),
                nav == null ? null : ValueView.of(nav, hearing, now.clocks()),
                StateView.of(hearing),
                nav == null ? null : old(nav, hearing),
                now.fills().newest().stream()
                        .map(fill -> FillView.of(fill, now.clocks()))
                        .toList(),
                now.fills().count());
    }

    private static @Nullable String old(CurrentNav nav, Hearing hearing) {
        var status = hearing.status();
        if (!hearing.isStale(nav.value().asOf())) {
            return null;
        }
        var age = words(hearing.age(nav.value().asOf()));
        if (hearing.isSilent()) {
            return "This may no longer hold: the service that hears the gateway says nothing.";
        }
        if (status == null || !status.state().isLive()) {
            return "This may no longer hold: the gateway is not heard, and the value is " + age + " old.";
        }
        return "This may no longer hold: the value is " + age + " old.";
    }

    /** The largest whole unit. For example, {@code 12 s}; the script of the page says it the same way. */
    static String words(Duration age) {
        if (age.toSeconds() < 120) {
            return age.toSeconds() + " s";
        }
        if (age.toMinutes() < 120) {
            return age.toMinutes() + " min";
        }
        return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " days";
    }
}
