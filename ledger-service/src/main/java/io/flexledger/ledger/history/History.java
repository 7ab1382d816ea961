package io.flexledger.ledger.history;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.id.EventId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** From every version of every fact to what holds now. */
public final class History {

    /** Oldest first; the artifact breaks the tie of two statements generated in the same second. */
    private static final Comparator<Stated> AGE = comparing(Stated::statedAt).thenComparing(Stated::artifact);

    private History() {}

    /**
     * The newest version of each fact, completed with what older ones alone selected. What the gateway tells is whole: of
     * a provisional fact the newest version stands alone, and what it lacks is not known. The order of the input is free.
     */
    public static List<CanonicalEvent> current(Collection<Stated> versions) {
        SortedMap<EventId, List<Stated>> byFact = new TreeMap<>();
        versions.forEach(version ->
                byFact.computeIfAbsent(version.id(), _ -> new ArrayList<>()).add(version));
        return byFact.values().stream().map(History::newest).toList();
    }

    private static CanonicalEvent newest(List<Stated> versions) {
        if (versions.size() == 1) {
            return ContractJson.read(versions.getFirst().json(), CanonicalEvent.class);
        }
        var byAge = versions.stream().sorted(AGE).toList();
        if (node(byAge.getLast()).at("/fact/provisional").asBoolean()) {
            return ContractJson.read(byAge.getLast().json(), CanonicalEvent.class);
        }
        var merged = node(byAge.getFirst());
        for (var next : byAge.subList(1, byAge.size())) {
            merged = ContractJson.merge(merged, node(next));
        }
        try {
            return ContractJson.MAPPER.treeToValue(merged, CanonicalEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("versions of " + versions.getFirst().id() + " do not merge", e);
        }
    }

    private static ObjectNode node(Stated version) {
        return ContractJson.read(version.json(), ObjectNode.class);
    }
}
