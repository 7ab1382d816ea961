package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.event.Fact;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.EventId;
import io.flexledger.mapper.ibkr.column.Moment;
import io.flexledger.mapper.ibkr.column.RefusedException;
import io.flexledger.mapper.reading.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What every event has in common, read from its row. */
final class Facts {

    private Facts() {}

    /** A fact that the broker gave a key of its own. */
    static Fact keyed(Cells row, String kind, String naturalKey, LocalDate reportDate, Moment occurred) {
        return fact(row, EventId.of(row.account(), kind, naturalKey), reportDate, occurred);
    }

    /** A fact without one: the key columns, and for twins the occurrence within the statement. */
    static Fact counted(Cells row, String kind, String keyColumns, LocalDate reportDate, Moment occurred) {
        var first = EventId.of(row.account(), kind, keyColumns);
        long occurrence = row.statement().occurrence(first);
        var id = occurrence == 1 ? first : EventId.of(row.account(), kind, keyColumns + "#" + occurrence);
        return fact(row, id, reportDate, occurred);
    }

    /** The row's own report day, else the statement's where it covers one day only. */
    static LocalDate reportDate(Cells row) {
        var stated = row.date("reportDate");
        var artifact = row.statement().artifact();
        if (stated != null) {
            return stated;
        }
        if (!artifact.from().equals(artifact.to())) {
            throw new RefusedException(
                    Reason.NO_REPORT_DATE,
                    "reportDate",
                    artifact.from() + ".." + artifact.to(),
                    "a report day in the row, or a statement of one day",
                    "select reportDate in section " + row.row().section()
                            + " of the Flex query, or switch on its breakout by day");
        }
        return artifact.to();
    }

    /** The row's own report day, else the last day of the statement: for what is stated as of its end. */
    static LocalDate closingDate(Cells row) {
        var stated = row.date("reportDate");
        var until = stated == null ? row.date("toDate") : stated;
        return until == null ? row.statement().artifact().to() : until;
    }

    static LocalDate firstDay(Cells row) {
        var stated = row.date("fromDate");
        return stated == null ? row.statement().artifact().from() : stated;
    }

    static Moment orElse(@Nullable Moment moment, LocalDate date) {
        return moment == null ? Moment.of(date) : moment;
    }

    /** Joins key columns; an absent one keeps its place. */
    static String key(@Nullable Object... parts) {
        var key = new StringBuilder();
        for (var part : parts) {
            key.append(part == null ? "" : part).append('|');
        }
        return key.toString();
    }

    private static Fact fact(Cells row, EventId id, LocalDate reportDate, Moment occurred) {
        var artifact = row.statement().artifact();
        return new Fact(
                id,
                row.account(),
                reportDate,
                occurred.instant(row.terms().zone()),
                occurred.isTimed(),
                artifact.generatedAt(),
                false,
                false,
                new Source(
                        artifact.id(),
                        artifact.query(),
                        row.row().section(),
                        row.row().ordinal()));
    }
}
