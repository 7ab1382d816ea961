package io.flexledger.testing.gateway.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The accounts of the log-in, in the order clients are told them; with another log-in they may be others. */
public final class Accounts {

    private volatile SequencedMap<String, SimulatedAccount> byId = new LinkedHashMap<>();

    public Accounts(List<SimulatedAccount> accounts) {
        replace(accounts);
    }

    /** Those who are connected learn of it only when they connect again. */
    public void replace(List<SimulatedAccount> accounts) {
        SequencedMap<String, SimulatedAccount> others = new LinkedHashMap<>();
        accounts.forEach(account -> others.put(account.id(), account));
        byId = others;
    }

    public Optional<SimulatedAccount> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<SimulatedAccount> all() {
        return List.copyOf(byId.values());
    }

    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }
}
