package io.flexledger.contracts.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one event, or the two legs of one assignment, did to the books: the postings, the lots it closed and its effect
 * on net asset value. Topic {@code journal-entry}, key account and entry.
 *
 * @param id         derived from the first of its events
 * @param reportDate accounting day
 * @param occurredAt broker time
 * @param timed      whether the broker stated a time of day
 * @param sequence   place within the report day, from 1
 * @param detail     what happened, by kind
 * @param postings   sum to zero per commodity
 * @param disposals  lots closed
 * @param impacts    change of cash and marked value, one per currency
 * @param events     the events it was made from
 * @param sources    their rows
 */
public record JournalEntry(
        EventId id,
        AccountId account,
        LocalDate reportDate,
        Instant occurredAt,
        boolean timed,
        int sequence,
        long version,
        EntryDetail detail,
        List<Posting> postings,
        List<Disposal> disposals,
        List<Impact> impacts,
        List<EventId> events,
        List<Source> sources,
        List<Caveat> caveats)
        implements Projection {

    public JournalEntry {
        postings = List.copyOf(postings);
        disposals = List.copyOf(disposals);
        impacts = List.copyOf(impacts);
        events = List.copyOf(events);
        sources = List.copyOf(sources);
        caveats = List.copyOf(caveats);
    }

    @Override
    @JsonIgnore
    public Instant asOf() {
        return occurredAt;
    }

    @Override
    public String key() {
        return account + "/" + id;
    }

    @Override
    public String type() {
        return "journal-entry.v1";
    }

    public JournalEntry withVersion(long newVersion) {
        return new JournalEntry(
                id,
                account,
                reportDate,
                occurredAt,
                timed,
                sequence,
                newVersion,
                detail,
                postings,
                disposals,
                impacts,
                events,
                sources,
                caveats);
    }
}
