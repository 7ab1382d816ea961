package io.flexledger.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.Topics;
import io.flexledger.stack.Databases;
import io.flexledger.stack.SetupMain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ComposeTest {

    private static final List<String> MODULES = ServiceSettings.MODULES;
    private static final String TEXT = Checkout.text("docker-compose.yml");
    private static final Map<String, Object> SERVICES = services();
    private static final Pattern INTERPOLATED = Pattern.compile("\\$\\{([A-Z_]+)(:[^}]*)?}");

    @Test
    void hasTheFiveServicesAndWhatTheyRunOn() {
        Set<String> expected = new TreeSet<>(MODULES);
        expected.addAll(List.of("postgres", "kafka", "setup", "ledger"));
        assertThat(SERVICES.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void givesAServiceWhatItAsksFor(String module) {
        ServiceSettings settings = ServiceSettings.of(module);
        Map<String, Object> environment = environment(module);

        assertThat(environment.keySet()).containsAll(settings.required()).allMatch(settings::reads);
        assertThat(environment)
                .containsEntry("FLEXLEDGER_DB_PASSWORD", "${FLEXLEDGER_DB_PASSWORD_%s:?}".formatted(upper(settings)));
        assertThat(build(module)).containsEntry("target", "service").containsEntry("args", Map.of("MODULE", module));
        assertThat(Checkout.ROOT.resolve(module)).isDirectory();
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void publishesOnLoopbackWhereTheServiceListensByDefault(String module) {
        ServiceSettings settings = ServiceSettings.of(module);

        String port = Checkout.texts(service(module), "ports").getFirst();

        assertThat(port)
                .matches("\\$\\{FLEXLEDGER_BIND:-127\\.0\\.0\\.1}:\\$\\{FLEXLEDGER_PORT_[A-Z]+:-%s}:%s"
                        .formatted(settings.port(), ImageFile.port()));
    }

    @Test
    void givesTheSetupEverythingItNeeds() throws Exception {
        Process setup = setupWithoutEnvironment();
        String complaint = new String(setup.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(setup.waitFor()).isEqualTo(2);
        Set<String> lacking = new TreeSet<>();
        Pattern.compile("FLEXLEDGER_[A-Z_]+").matcher(complaint).results().forEach(found -> lacking.add(found.group()));
        assertThat(environment("setup").keySet()).isNotEmpty().containsAll(lacking);
        assertThat(lacking).hasSizeGreaterThan(Databases.SERVICES.size());
    }

    @Test
    void holdsNoSecretOfItsOwn() {
        SERVICES.keySet()
                .forEach(name -> environment(name).forEach((variable, value) -> {
                    if (variable.contains("PASSWORD") || variable.contains("TOKEN")) {
                        assertThat(String.valueOf(value))
                                .as(name + " " + variable)
                                .startsWith("${");
                    }
                }));
    }

    @Test
    void takesFromTheEnvironmentWhatTheExampleNames() {
        Set<String> used = new TreeSet<>();
        INTERPOLATED.matcher(TEXT).results().forEach(found -> used.add(found.group(1)));
        Set<String> named = new TreeSet<>();
        Pattern.compile("(?m)^#?([A-Z_]+)=")
                .matcher(Checkout.text(".env.example"))
                .results()
                .forEach(found -> named.add(found.group(1)));
        assertThat(used).isEqualTo(named);
        assertThat(Checkout.text(".gitignore").lines()).contains(".env");
    }

    @Test
    void exampleExplainsEverySettingOfFetchingWithItsDefault() {
        String example = Checkout.text(".env.example");
        ServiceSettings ingestor = ServiceSettings.of("ingestor-service");
        assertThat(ingestor.optional())
                .filteredOn(name -> name.matches("(IBKR_FLEX|FLEXLEDGER_REPORTS|FLEXLEDGER_SIMULATED)_.+"))
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(example)
                        .containsPattern("(?m)^#[^\\n]*\\n#?%s=%s$".formatted(name, defaultOf(name))));
        assertThat(example).doesNotContainPattern("(?m)^[A-Z_]+=.+$");
    }

    private static String defaultOf(String name) {
        String properties = Checkout.text("ingestor-service/src/main/resources/application.properties");
        return Pattern.quote(Checkout.only(properties, "\\$\\{%s:([^}$]*)".formatted(name)));
    }

    @Test
    void givesTheCommandTheAddressOfTheIngestor() {
        assertThat(environment("ledger"))
                .containsEntry("FLEXLEDGER_INGESTOR_URL", "http://ingestor-service:" + ImageFile.port());
        assertThat(build("ledger")).containsEntry("target", "cli");
        assertThat(service("ledger")).containsEntry("profiles", List.of("cli"));
    }

    @Test
    void runsTheReleasesTheProjectIsTestedWith() {
        String pom = Checkout.text("pom.xml");
        String postgres = Checkout.only(pom, "<postgres-binaries.version>(\\d+\\.\\d+)");
        String kafka = Checkout.only(pom, "<kafka.version>(.+?)<");

        assertThat(service("postgres")).containsEntry("image", "postgres:" + postgres);
        assertThat(service("kafka")).containsEntry("image", "apache/kafka:" + kafka);
    }

    @Test
    void hasABrokerThatTakesAWholeStatementAndForgetsNothing() {
        Map<String, Object> broker = environment("kafka");
        assertThat(Integer.parseInt(String.valueOf(broker.get("KAFKA_MESSAGE_MAX_BYTES"))))
                .isGreaterThanOrEqualTo(Topics.MAX_RECORD_BYTES);
        assertThat(broker)
                .containsEntry("KAFKA_LOG_RETENTION_MS", "-1")
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void startsNothingBeforeItIsPrepared(String module) {
        assertThat(service(module))
                .containsEntry("depends_on", Map.of("setup", Map.of("condition", "service_completed_successfully")));
    }

    private static Process setupWithoutEnvironment() throws IOException {
        ProcessBuilder setup = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SetupMain.class.getName());
        setup.environment().clear();
        return setup.start();
    }

    private static String upper(ServiceSettings settings) {
        return settings.schema().toUpperCase(Locale.ROOT);
    }

    private static Map<String, Object> service(String name) {
        return Checkout.mapping(SERVICES, name);
    }

    private static Map<String, Object> environment(String name) {
        return Checkout.mapping(service(name), "environment");
    }

    private static Map<String, Object> build(String name) {
        return Checkout.mapping(service(name), "build");
    }

    private static Map<String, Object> services() {
        Path file = Checkout.ROOT.resolve("docker-compose.yml");
        return Checkout.mapping(Checkout.yaml(file).getFirst(), "services");
    }
}
