package io.flexledger.ledger.adapter.db;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.journal.JournalEntry;
import io.flexledger.contracts.journal.Posting;
import io.flexledger.ledger.history.Content;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The journal: entries as published, and their postings as rows. */
@ApplicationScoped
public class EntryTable {

    private static final String UPSERT = """
        insert into entry as known (account, entry_id, report_date, sequence, version, hash, json)
        select $1, id, day, sequence, nextval('published_version'), hash, json
          from unnest($2::uuid[], $3::date[], $4::int[], $5::text[], $6::text[])
               as fresh (id, day, sequence, hash, json)
        on conflict (account, entry_id) do update
           set report_date = excluded.report_date, sequence = excluded.sequence, version = excluded.version,
               hash = excluded.hash, json = excluded.json
         where known.hash <> excluded.hash or known.json is null
        returning entry_id, version
        """;

    private static final String WITHDRAW = """
        update entry set json = null, version = nextval('published_version')
         where account = $1 and report_date between $2 and $3 and json is not null and entry_id <> all($4)
        returning entry_id
        """;

    private static final String FORGET_POSTINGS = "delete from posting where account = $1 and entry_id = any($2)";

    private static final String INSERT_POSTINGS = """
        insert into posting (account, entry_id, line, ledger_account, commodity, amount)
        select $1, entry_id, line, ledger_account, commodity, amount::numeric
          from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[])
               as fresh (entry_id, line, ledger_account, commodity, amount)
        """;

    private static final String FIND = "select json, version from entry where entry_id = $1 and json is not null";

    private static final String HASHES = """
        select account || ' ' || entry_id || ' ' || hash as line
          from entry where json is not null order by account, report_date, sequence, entry_id
        """;

    /** An entry as the table has it. */
    public record Stored(String json, long version) {}

    /** Saves the entries of these days; returns those that changed, with their new version. */
    public List<JournalEntry> save(SqlClient tx, AccountId account, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var contents = entries.stream().map(Content::of).toList();
        var rows = tx.preparedQuery(UPSERT)
                .executeAndAwait(Tuple.of(
                        account.value(),
                        entries.stream().map(entry -> entry.id().value()).toArray(UUID[]::new),
                        entries.stream().map(JournalEntry::reportDate).toArray(LocalDate[]::new),
                        entries.stream().map(JournalEntry::sequence).toArray(Integer[]::new),
                        contents.stream().map(Content::hash).toArray(String[]::new),
                        contents.stream().map(Content::json).toArray(String[]::new)));
        var versions = new HashMap<UUID, Long>();
        rows.forEach(row -> versions.put(row.getUUID("entry_id"), row.getLong("version")));
        var changed = entries.stream()
                .filter(entry -> versions.containsKey(entry.id().value()))
                .map(entry -> entry.withVersion(
                        Objects.requireNonNull(versions.get(entry.id().value()))))
                .toList();
        savePostings(tx, account, changed);
        return changed;
    }

    private static void savePostings(SqlClient tx, AccountId account, List<JournalEntry> entries) {
        var owners = new ArrayList<UUID>();
        var lines = new ArrayList<Integer>();
        var postings = new ArrayList<Posting>();
        for (var entry : entries) {
            for (var posting : entry.postings()) {
                owners.add(entry.id().value());
                lines.add(lines.size());
                postings.add(posting);
            }
        }
        forgetPostings(
                tx, account, entries.stream().map(entry -> entry.id().value()).toArray(UUID[]::new));
        tx.preparedQuery(INSERT_POSTINGS)
                .executeAndAwait(Tuple.of(
                        account.value(),
                        owners.toArray(UUID[]::new),
                        lines.toArray(Integer[]::new),
                        postings.stream().map(Posting::account).toArray(String[]::new),
                        postings.stream().map(Posting::commodity).toArray(String[]::new),
                        postings.stream().map(p -> p.amount().toPlainString()).toArray(String[]::new)));
    }

    private static void forgetPostings(SqlClient tx, AccountId account, UUID[] entries) {
        tx.preparedQuery(FORGET_POSTINGS).executeAndAwait(Tuple.of(account.value(), entries));
    }

    /** Withdraws what these days no longer have; returns the ids. */
    public List<EventId> withdraw(
            SqlClient tx, AccountId account, LocalDate from, LocalDate to, List<JournalEntry> kept) {
        var ids = kept.stream().map(entry -> entry.id().value()).toArray(UUID[]::new);
        var gone = new ArrayList<UUID>();
        tx.preparedQuery(WITHDRAW)
                .executeAndAwait(Tuple.of(account.value(), from, to, ids))
                .forEach(row -> gone.add(row.getUUID("entry_id")));
        forgetPostings(tx, account, gone.toArray(UUID[]::new));
        return gone.stream().map(EventId::new).toList();
    }

    public Optional<Stored> find(SqlClient client, EventId id) {
        var rows =
                client.preparedQuery(FIND).executeAndAwait(Tuple.of(id.value())).iterator();
        if (!rows.hasNext()) {
            return Optional.empty();
        }
        var row = rows.next();
        return Optional.of(new Stored(row.getString("json"), row.getLong("version")));
    }

    /** One line per entry, in order: what {@code projection-hash} is made of. */
    public List<String> hashes(SqlClient client) {
        var lines = new ArrayList<String>();
        client.query(HASHES).executeAndAwait().forEach(row -> lines.add(row.getString("line")));
        return lines;
    }
}
