package io.flexledger.report.delivery;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.id.AccountId;
import java.time.Instant;
import java.util.UUID;

/** Alerts as they are when they are told. */
public final class Raised {

    public static final UUID ID = UUID.fromString("6f1c2f0e-6d0a-5d43-8a53-0d6f1f3f6f11");
    public static final Instant AT = Instant.parse("2025-07-18T20:05:01.250Z");

    private Raised() {}

    public static Alert assignment() {
        return assignment(ID);
    }

    public static Alert assignment(UUID id) {
        return alert(id, Kind.ASSIGNMENT, "SPY 622P was assigned", "2 contracts of SPY 622P were assigned at 622.00.");
    }

    /** One that begins a header of its own, if it can. */
    public static Alert of(Kind kind, String title) {
        return alert(ID, kind, title, "Of many words.");
    }

    private static Alert alert(UUID id, Kind kind, String title, String text) {
        return new Alert(
                id,
                1,
                kind,
                "event-1",
                AccountId.of("U1000001"),
                Instant.parse("2025-07-18T20:00:00Z"),
                AT,
                title,
                text,
                "Look at the day, and whether the shares are wanted.",
                "/days/2025-07-18?account=U1000001",
                null,
                null);
    }
}
