package io.flexledger.testing.gateway.session;

import io.flexledger.testing.gateway.account.Accounts;
import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.account.TradeLog;
import io.flexledger.testing.gateway.fault.FaultPlan;
import java.util.List;
import java.util.Optional;

/** What all sessions share. */
public record World(SessionSettings settings, Accounts accounts, TradeLog log, FaultPlan faults, TrafficLog traffic) {

    public static World of(SessionSettings settings, List<SimulatedAccount> accounts) {
        TrafficLog traffic = new TrafficLog(settings.times().clock());
        return new World(settings, new Accounts(accounts), new TradeLog(), new FaultPlan(), traffic);
    }

    public Optional<SimulatedAccount> account(String id) {
        return accounts.find(id);
    }

    List<String> accountIds() {
        return accounts.ids();
    }
}
