package io.flexledger.testing.gateway.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where days come from. */
public interface Days {

    /** Of every account that has a statement of this day; none when there is no such. */
    List<PlayedDay> of(LocalDate date);

    /** The first day with a statement after this one. */
    Optional<LocalDate> after(LocalDate date);

    /** Where these have no day, those of the other. */
    default Days or(Days other) {
        Days own = this;
        return new Days() {
            @Override
            public List<PlayedDay> of(LocalDate date) {
                List<PlayedDay> days = own.of(date);
                return days.isEmpty() ? other.of(date) : days;
            }

            @Override
            public Optional<LocalDate> after(LocalDate date) {
                return own.of(date).isEmpty() ? other.after(date) : own.after(date);
            }
        };
    }
}
