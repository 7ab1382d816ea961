package io.flexledger.contracts.sample;

import static io.flexledger.contracts.sample.Given.ACCOUNT;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Acknowledgement;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.fetch.FetchRun;
import java.time.Instant;
import java.util.UUID;

/** What a person is told. */
public final class AlertSamples {

    private static final Instant NOW = Instant.parse("2025-07-26T08:55:05Z");

    public static final FetchRun FAILED_RUN = new FetchRun(
            ACCOUNT,
            "Daily",
            1753520105000000L,
            42,
            NOW.minusSeconds(30),
            NOW,
            new FetchRun.Failure(
                    "FLEX_TOKEN",
                    "The broker refuses the token: it has expired.",
                    "Make a new token in Client Portal and set it.",
                    false));

    public static final Alert ASSIGNMENT = new Alert(
            UUID.fromString("0b3cf7dd-f1a5-5e0f-9c4a-3d0f2b3a6b11"),
            1,
            Kind.ASSIGNMENT,
            "e45bd5b5-8a8a-5a3e-a5ac-3bf9c5c0e2a1",
            ACCOUNT,
            Instant.parse("2025-07-25T20:20:00Z"),
            NOW,
            "Assigned: 1 SPY 25 Jul 637 C",
            "1 written SPY 25 Jul 637 C was assigned; 100 SPY were sold at 637.",
            "Look at what is left of the position.",
            "/days/2025-07-25?account=U7654321",
            null,
            null);

    public static final Alert ACKNOWLEDGED =
            ASSIGNMENT.acknowledged(new Acknowledgement(NOW.plusSeconds(600), "Kim", "bought back"));

    private AlertSamples() {}
}
