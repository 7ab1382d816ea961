package io.flexledger.ingestor.adapter.flex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.IngestorConfig;
import io.flexledger.ingestor.fetch.Broker.Wanted;
import io.flexledger.ingestor.fetch.FetchFailedException;
import io.flexledger.ingestor.fetch.FlexQuery;
import io.flexledger.ingestor.fetch.FlexSettings;
import io.flexledger.ingestor.fetch.RetrySettings;
import io.flexledger.ingestor.fetch.Setback;
import io.flexledger.ingestor.fetch.Step.Receipt;
import io.flexledger.ingestor.fetch.Token;
import io.flexledger.ingestor.fetch.Turns;
import io.flexledger.ingestor.fetch.VirtualTime;
import io.flexledger.ingestor.flex.FlexProblem;
import io.flexledger.ingestor.flex.Reaction;
import io.flexledger.ingestor.intake.Spool;
import io.flexledger.ingestor.period.Role;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands between this machine and the broker, at either call. */
@QuarkusTest
@WithTestResource(StackResource.class)
class UnreachableBrokerTest {

    private static final String SECRET = "715520093348162274";
    private static final String PASSWORD = "of-a-key-that-lives-for-a-test";
    private static final FlexQuery QUERY =
            new FlexQuery("7400001", "nowhere", Role.FULL, AccountId.of("U5500099"), new Token(SECRET));

    private final FlexWebService service;
    private final IngestorConfig config;
    private final Spool spool;
    private final List<Setback> setbacks = new ArrayList<>();

    @TempDir
    private Path directory = Path.of("");

    @Inject
    UnreachableBrokerTest(@RestClient FlexWebService service, IngestorConfig config, Spool spool) {
        this.service = service;
        this.config = config;
        this.spool = spool;
    }

    @Test
    void aHostNobodyKnowsIsNamedAsTheReason() {
        assertGivenUp("https://flexledger.invalid/FlexWebService/", "UNKNOWN_HOST", "IBKR_FLEX_BASE_URL");
    }

    @Test
    void aCertificateNobodyTrustsIsNamedAsTheReasonAndNothingIsSent() throws Exception {
        var requests = new AtomicInteger();
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            assertGivenUp(
                    "https://localhost:%d/FlexWebService/"
                            .formatted(server.getAddress().getPort()),
                    "TLS_FAILED",
                    "certificates");
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasValue(0);
    }

    private void assertGivenUp(String baseUrl, String fault, String help) {
        var settings = new FlexSettings(List.of(), RetrySettings.DEFAULT, baseUrl, Set.of());
        var broker = new FlexBroker(service, settings, config, new AtOnce(), spool, new VirtualTime());

        assertGivenUp(() -> broker.ask(new Wanted(QUERY, null, null), this::note), fault, help);
        assertGivenUp(() -> broker.fetch(QUERY, new Receipt("1234567890", ""), this::note), fault, help);
    }

    private void assertGivenUp(ThrowingCallable call, String fault, String help) {
        setbacks.clear();

        var failed = catchThrowableOfType(FetchFailedException.class, call);

        var failure = failed.failure();
        assertThat(failure.problem()).isEqualTo(FlexProblem.FLEX_UNREACHABLE);
        assertThat(failure.reaction()).isEqualTo(Reaction.RETRY);
        assertThat(failure.detail()).startsWith("After 4 tries: No answer of the service: ");
        assertThat(failure.nextStep()).contains(help).endsWith(".");
        assertThat(setbacks).hasSize(3).extracting(Setback::code).containsOnly(fault);
        assertThat(failed).hasNoCause();
        assertThat(failure + " " + failed + " " + setbacks).doesNotContain(SECRET);
    }

    private void note(Setback setback, Duration pause) {
        assertThat(pause).isPositive();
        setbacks.add(setback);
    }

    private SSLContext selfSigned() throws IOException, InterruptedException, GeneralSecurityException {
        var store = directory.resolve("self-signed.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(directory.resolve("keytool.log")))
                .isZero();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** The broker is not there, so there is nobody whose limits are to be kept. */
    private record AtOnce() implements Turns {

        @Override
        public <T> T inTurn(Token token, Call<T> call) throws IOException {
            return call.make();
        }
    }
}
