package io.flexledger.testing.gateway.script;

import io.flexledger.testing.gateway.account.SimulatedAccount;
import io.flexledger.testing.gateway.fault.Fault;
import io.flexledger.testing.gateway.session.Sessions;
import io.flexledger.testing.gateway.session.World;
import io.flexledger.testing.gateway.wire.Message;
import io.flexledger.testing.gateway.wire.Notice;
import io.flexledger.testing.net.Listener;

/** Lets faults happen, and ends those that pass. */
public record Trouble(World world, Sessions sessions, Uplink uplink, Delays delays, Listener listener) {

    public void cause(Fault fault) {
        switch (fault) {
            case Fault.Later later -> world.faults().add(later);
            case Fault.Outage outage -> cause(outage);
            case Fault.Drop() -> listener.drop();
            case Fault.Refused(var duration) -> {
                listener.suspend();
                delays.after(duration, listener::resume);
            }
            case Fault.ClientIdTaken(var duration) -> sessions.takeIds(duration);
            case Fault.NotReady notReady -> cause(notReady);
            case Fault.UnknownMessage(int id) -> sessions.send(Message.of(id, 1, "unknown", ""));
            case Fault.EscapedText() -> tell(2104, "Marktdatenverbindung zu Zürich ist verfügbar – 東京");
            case Fault.PacingViolation() ->
                sessions.expel(Notice.system(
                        100,
                        "Max rate of messages per second has been exceeded:max=50 rec=51 (3)",
                        world.settings().times().clock().instant()));
        }
    }

    private void cause(Fault.Outage outage) {
        uplink.breaks();
        tell(1100, "Connectivity between IBKR and Trader Workstation has been lost.");
        delays.after(outage.duration(), () -> {
            if (!outage.fillsReplayed()) {
                uplink.isBack(false); // Ahead of the notice: whoever asks on it is told everything.
            }
            if (outage.subscriptionsKept()) {
                tell(1102, "Connectivity between IBKR and Trader Workstation has been restored - data maintained.");
            } else {
                sessions.forgetSubscriptions();
                tell(1101, "Connectivity between IBKR and Trader Workstation has been restored - data lost.");
            }
            if (outage.fillsReplayed()) {
                uplink.isBack(true);
            }
        });
    }

    private void cause(Fault.NotReady notReady) {
        for (SimulatedAccount account : world.accounts().all()) {
            account.notReady(notReady.netAssetValue());
            sessions.push(account, 0);
            delays.after(notReady.duration(), () -> {
                account.ready();
                sessions.push(account, 0);
            });
        }
    }

    private void tell(int code, String text) {
        sessions.tell(Notice.system(code, text, world.settings().times().clock().instant()));
    }
}
