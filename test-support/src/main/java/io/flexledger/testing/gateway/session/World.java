package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.account.TradeLog;
import io.flexledger.testing.gateway.fault.FaultPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What all sessions share. */
public record World(
        SessionSettings settings,
        Map<String, SimulatedAccount> accounts,
        TradeLog log,
        FaultPlan faults,
        TrafficLog traffic) {

    public static World of(SessionSettings settings, List<SimulatedAccount> accounts) {
        SequencedMap<String, SimulatedAccount> byId = new LinkedHashMap<>();
        accounts.forEach(account -> byId.put(account.id(), account));
        TrafficLog traffic = new TrafficLog(settings.times().clock());
        return new World(settings, byId, new TradeLog(), new FaultPlan(), traffic);
    }

    public Optional<SimulatedAccount> account(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    List<String> accountIds() {
        return List.copyOf(accounts.keySet());
    }
}
