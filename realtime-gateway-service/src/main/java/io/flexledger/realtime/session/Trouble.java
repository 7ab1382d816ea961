package io.flexledger.realtime.session;

/**
 * Why the gateway is not heard as it should be. Each is explained on a page named like it, in {@code docs/problems}.
 */
public enum Trouble {
    GATEWAY_REFUSED(
            "No connection to the gateway was made.",
            "Start the gateway and log in, allow socket clients in its API settings, and check host and port."),
    GATEWAY_CLOSED(
            "The gateway ended the connection as soon as it was made.",
            "Add the address of this machine to the gateway's trusted addresses, or switch off that only local"
                    + " connections are allowed; behind a relay, check that the gateway itself runs."),
    GATEWAY_SILENT(
            "The gateway accepted the connection and said nothing.",
            "Look at the gateway's window: log in, close its dialogs, accept the incoming connection; else restart it."),
    GATEWAY_FOREIGN(
            "Something answers at this address that is not the gateway's API.",
            "Check host and port; a gateway listens on 4001 (live) or 4002 (paper), TWS on 7496 or 7497."),
    GATEWAY_VERSION(
            "The gateway speaks a version of its API that is not spoken here.",
            "Install a gateway release whose API serves a version from 176 to 200."),
    GATEWAY_CLIENT_ID(
            "Another program is connected to the gateway with the same client id.",
            "Stop the other program, or set another client id here."),
    GATEWAY_NOT_READY(
            "The gateway greeted, but did not name its accounts.",
            "Look at the gateway's window: complete the log-in and close its dialogs; else restart it."),
    GATEWAY_LOST(
            "The connection to the gateway was lost.",
            "Nothing, if it comes back by itself; else look at the gateway's window and at the network between."),
    GATEWAY_UPLINK(
            "The gateway has lost its connection to the broker.",
            "Wait, it is restored by itself; if not, check the gateway's network and the broker's system status."),
    GATEWAY_UNANSWERED(
            "The gateway does not answer requests.",
            "Wait for the next round of requests; if it stays, restart the gateway."),
    GATEWAY_PACING(
            "The gateway says that it is sent too many messages.",
            "Set fewer messages a second, and let no other program share the client id."),
    GATEWAY_SUBSCRIPTION(
            "Another request keeps taking the subscription of account values away.",
            "Let no other program use this client id."),
    GATEWAY_SERVICE(
            "A data service of the broker does not work, so that marks may be old.",
            "Wait, it comes back by itself; if not, check the broker's system status.");

    private final String finding;
    private final String nextStep;

    Trouble(String finding, String nextStep) {
        this.finding = finding;
        this.nextStep = nextStep;
    }

    /** Stable; programs and runbooks rely on it. */
    public String code() {
        return name();
    }

    public String finding() {
        return finding;
    }

    /** What a person can do about it. */
    public String nextStep() {
        return nextStep;
    }
}
