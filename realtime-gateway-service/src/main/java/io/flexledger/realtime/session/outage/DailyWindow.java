package io.flexledger.realtime.session.outage;

import java.time.DateTimeException;
import java.time.LocalTime;

/**
 * A time of every day, such as {@code 23:45-00:45}; one that ends before it begins goes over midnight.
 *
 * @param to no longer within
 */
public record DailyWindow(LocalTime from, LocalTime to) {

    public DailyWindow {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a window ends at another time than it begins: " + from);
        }
    }

    public static DailyWindow parse(String text) {
        String[] times = text.strip().split("-", -1);
        try {
            if (times.length == 2) {
                return new DailyWindow(LocalTime.parse(times[0].strip()), LocalTime.parse(times[1].strip()));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a window is written like 23:45-00:45: " + text, e);
        }
        throw new IllegalArgumentException("a window is written like 23:45-00:45: " + text);
    }

    boolean contains(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean open = time.isBefore(to);
        return from.isBefore(to) ? begun && open : begun || open;
    }
}
