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
}
