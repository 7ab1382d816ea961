package io.flexledger.realtime.session;

import java.util.List;

/** The session after an event, and what is to be done about it. */
public record SessionStep(Session session, List<SessionAction> actions) {

    public SessionStep {
        actions = List.copyOf(actions);
    }
}
