package io.flexledger.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How tests wait: as long as a slow machine needs, since a time that is up says nothing of the code. */
public final class Patience {

    private static final Duration LONG = Duration.ofMinutes(1);

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LONG);
    }
}
