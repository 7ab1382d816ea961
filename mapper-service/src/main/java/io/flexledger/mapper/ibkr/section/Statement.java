package io.flexledger.mapper.ibkr.section;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.Instrument;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.ibkr.column.DateOrder;
import io.flexledger.mapper.reading.DriftLog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the rows of one statement share while it is read: its terms, its numbering of twins, what it has told so far. */
public final class Statement {

    private static final int INSTRUMENTS_KEPT = 10_000;

    private final RawArtifact artifact;
    private final DateOrder dateOrder;
    private final Function<AccountId, AccountTerms> terms;
    private final Map<AccountId, AccountTerms> known = new HashMap<>();
    private final Map<AccountId, CurrencyCode> baseStated = new HashMap<>();
    private final Map<List<@Nullable Object>, Instrument> instruments = new HashMap<>();
    private final Map<InstrumentId, BigDecimal> multipliers = new HashMap<>();
    private final DriftLog drift = new DriftLog();
    private final UuidTable occurrences = new UuidTable();
    private final DerivedRates derivedRates = new DerivedRates();
    private final List<CanonicalEvent> derived = new ArrayList<>();

    public Statement(RawArtifact artifact, DateOrder dateOrder, Function<AccountId, AccountTerms> terms) {
        this.artifact = artifact;
        this.dateOrder = dateOrder;
        this.terms = terms;
    }

    public RawArtifact artifact() {
        return artifact;
    }

    public DriftLog drift() {
        return drift;
    }

    public Map<AccountId, CurrencyCode> baseStated() {
        return Map.copyOf(baseStated);
    }

    /** The end of the rows: what was waiting for its last row is now complete. */
    public void end() {
        derivedRates.close().ifPresent(derived::add);
    }

    /** Facts that follow from several rows together, since the last call. */
    public List<CanonicalEvent> takeDerived() {
        if (derived.isEmpty()) {
            return List.of();
        }
        var taken = List.copyOf(derived);
        derived.clear();
        return taken;
    }

    DateOrder dateOrder() {
        return dateOrder;
    }

    /** Which occurrence of a key in this statement this is, from 1: rows without a broker id can be equal and yet two. */
    long occurrence(EventId key) {
        return occurrences.increment(key.value());
    }

    DerivedRates derivedRates() {
        return derivedRates;
    }

    void derive(CanonicalEvent event) {
        derived.add(event);
    }

    /** The instrument that these columns describe, made once. */
    Instrument instrument(List<@Nullable Object> columns, Supplier<Instrument> read) {
        var known = instruments.get(columns);
        if (known != null) {
            return known;
        }
        if (instruments.size() >= INSTRUMENTS_KEPT) {
            instruments.clear();
        }
        var instrument = read.get();
        instruments.put(columns, instrument);
        return instrument;
    }

    /** What an earlier row showed, for rows that do not. */
    @Nullable
    BigDecimal multiplier(InstrumentId instrument) {
        return multipliers.get(instrument);
    }

    void rememberMultiplier(InstrumentId instrument, BigDecimal multiplier) {
        if (multipliers.size() >= INSTRUMENTS_KEPT) {
            multipliers.clear();
        }
        multipliers.put(instrument, multiplier);
    }

    AccountTerms terms(AccountId account) {
        return known.computeIfAbsent(account, terms);
    }

    /** The first section that states a base currency decides for the statement. */
    void stateBase(AccountId account, CurrencyCode base) {
        if (baseStated.putIfAbsent(account, base) == null) {
            known.put(account, terms(account).withBase(base));
        }
    }
}
