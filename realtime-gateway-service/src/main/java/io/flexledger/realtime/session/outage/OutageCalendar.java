package io.flexledger.realtime.session.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * When it is no surprise that the gateway is away.
 *
 * @param zone   of the times
 * @param daily  the gateway's own restart, and when the broker resets its servers
 * @param logOut from here on the log-in of the week is void, and the next restart ends the session for good
 */
public record OutageCalendar(ZoneId zone, List<DailyWindow> daily, WeeklyTime logOut) {

    /** A restart happens every day, so whoever is heard longer than this after the log-out has logged in again. */
    private static final Duration LAST_RESTART = Duration.ofDays(1);

    public OutageCalendar {
        daily = List.copyOf(daily);
    }

    public boolean expects(Instant at) {
        return daily.stream().anyMatch(window -> window.contains(at.atZone(zone).toLocalTime()));
    }

    /**
     * Whether a session that is gone will not come back before a person has logged in.
     *
     * @param readyAt when the last session began
     * @param heardAt when it was last heard
     */
    public boolean isLoggedOut(Instant readyAt, Instant heardAt, Instant at) {
        Instant loggedOut = logOut.lastAt(at, zone);
        return readyAt.isBefore(loggedOut) && heardAt.isBefore(loggedOut.plus(LAST_RESTART));
    }
}
