package io.flexledger.ingestor.process;

import static io.flexledger.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.fetch.FetchRun.Failure;
import io.flexledger.ingestor.process.FetchHold.Surroundings;
import io.flexledger.testing.flex.service.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The service is killed in each stage of a run, one after the other, and started again. The run is closed, the next one
 * is not in its way and succeeds, and every statement is there once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledFetchIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FlexAccounts accounts = new FlexAccounts(FetchHold.values().length, Limits.NONE);
    private final Surroundings around =
            new Surroundings(accounts.simulator(), new BackService(), new BackService(), new BackService());
    private IngestorProcess service;

    KilledFetchIT() throws IOException {}

    @BeforeAll
    void start() throws IOException, InterruptedException {
        var settings = new HashMap<>(accounts.settings());
        settings.put("FLEXLEDGER_SIMULATED_START", FlexAccounts.NOW.toString());
        settings.put("FLEXLEDGER_SIMULATED_SPEED", "60");
        settings.put("FLEXLEDGER_MAPPER_URL", around.mapper().url().toString());
        settings.put("FLEXLEDGER_LEDGER_URL", around.ledger().url().toString());
        settings.put("FLEXLEDGER_REPORT_URL", around.report().url().toString());
        service = IngestorProcess.start(settings, "-Xmx256m", "-Dingestor.schedule.enabled=false");
    }

    @AfterAll
    void end() {
        service.close();
        around.mapper().close();
        around.ledger().close();
        around.report().close();
        accounts.close();
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingAndKeepsNothingWaiting(FetchHold hold) throws Exception {
        int index = List.of(FetchHold.values()).indexOf(hold);
        var account = accounts.account(index);
        var order = accounts.order(index);
        if (hold == FetchHold.PUBLISH_UNSENT) {
            service.kill();
        }
        var standing = hold.set(around);
        long killed;
        try {
            if (hold == FetchHold.PUBLISH_UNSENT) {
                start();
            }
            var runs = new FetchRuns(service);
            killed = runs.begin(order);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> standing.stands().getAsBoolean()
                            && FetchRuns.stage(runs.find(killed)).equals(hold.stage()));
            service.kill();
        } finally {
            standing.release().go();
        }

        start();
        var runs = new FetchRuns(service);
        var closed = runs.awaitEnd(killed); // before anything else begins: only the start itself can have closed it
        assertThat(closed.get("status").asText()).isEqualTo("failed");
        assertThat(closed.get("error_code").asText()).isEqualTo("INTERRUPTED");
        assertThat(closed.get("next_step").asText()).endsWith(".");
        assertThat(FetchRuns.stage(closed)).isEqualTo(hold.stage());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(FetchRuns.told(killed))
                        .singleElement()
                        .extracting(FetchRun::failure)
                        .isNotNull()
                        .extracting(Failure::code)
                        .isEqualTo("INTERRUPTED"));
        var ended = runs.awaitEnd(runs.begin(order));
        assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("success");
        assertThat(ended.get("new_count").asInt() + ended.get("duplicate_count").asInt())
                .isEqualTo(FlexAccounts.DAYS);
        assertThat(everythingIsThereOnce(account)).hasSize(FlexAccounts.DAYS);
        System.out.printf(
                "Killed in %s: closed, next run %s with %d new and %d known statements%n",
                hold,
                ended.get("status").asText(),
                ended.get("new_count").asInt(),
                ended.get("duplicate_count").asInt());
    }

    private Iterable<String> everythingIsThereOnce(String account) throws Exception {
        await().atMost(PATIENCE)
                .until(() ->
                        Stored.count("received_file f where not exists (select from scanned_file where file_id = f.id)")
                                == 0);
        await().atMost(PATIENCE).until(() -> Stored.count("outbox") == 0);
        assertThat(chain().get("intact").asBoolean()).isTrue();
        assertThat(Stored.count("ingestion_run where status = 'started'")).isZero();
        assertThat(Stored.count("raw_artifact where account_id = '" + account + "'"))
                .isEqualTo(FlexAccounts.DAYS);
        var published = Stored.published(Set.of(account)).get(account);
        assertThat(published).doesNotHaveDuplicates();
        return published;
    }

    private JsonNode chain() throws IOException, InterruptedException {
        return ContractJson.MAPPER.readTree(service.get("/ingestion/chain").body());
    }
}
