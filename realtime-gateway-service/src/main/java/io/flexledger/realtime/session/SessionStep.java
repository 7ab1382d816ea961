package io.flexledger.realtime.session;

import java.util.List;
import java.util.stream.Stream;

/** The session after an event, and what is to be done about it. */
public record SessionStep(Session session, List<SessionAction> actions) {

    public SessionStep {
        actions = List.copyOf(actions);
    }

    /** This one and what came right after it. */
    SessionStep then(SessionStep next) {
        return new SessionStep(
                next.session(),
                Stream.concat(actions.stream(), next.actions().stream()).toList());
    }
}
