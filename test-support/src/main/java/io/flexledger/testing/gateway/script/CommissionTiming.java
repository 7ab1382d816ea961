package io.flexledger.testing.gateway.script;

import java.time.Duration;

/** When the commission of an execution comes, as seen by a client. */
public sealed interface CommissionTiming {

    CommissionTiming AT_ONCE = new After(Duration.ZERO);

    /** Pushed so long after the execution; until then a request does not bring it either. */
    record After(Duration delay) implements CommissionTiming {}

    /** Pushed ahead of its execution. */
    record First() implements CommissionTiming {}

    /** Not pushed; a request brings it. */
    record OnRequest() implements CommissionTiming {}

    /** Neither pushed nor brought by a request. */
    record Never() implements CommissionTiming {}

    static CommissionTiming after(Duration delay) {
        return new After(delay);
    }
}
