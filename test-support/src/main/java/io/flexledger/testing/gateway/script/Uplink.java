package io.flexledger.testing.gateway.script;

import java.util.ArrayList;
import java.util.List;

/** The gateway's own connection to the broker: while it is down, nothing that happens gets to the gateway. */
public final class Uplink {

    private final List<Happening> held = new ArrayList<>();
    private boolean down;

    /** Something at the broker that the gateway learns of. */
    @FunctionalInterface
    interface Happening {
        /** @param pushed whether clients are told; otherwise they have to ask */
        void arrives(boolean pushed);
    }

    synchronized void carry(Happening happening) {
        if (down) {
            held.add(happening);
        } else {
            happening.arrives(true);
        }
    }

    synchronized void breaks() {
        down = true;
    }

    synchronized void isBack(boolean pushed) {
        down = false;
        held.forEach(happening -> happening.arrives(pushed));
        held.clear();
    }
}
