package io.flexledger.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    private static final List<String> MODULES = ServiceSettings.MODULES;
    private static final Manifests BASE = Manifests.in("k8s/base");
    private static final Manifests DEV = Manifests.in("k8s/overlays/dev");

    @Test
    void isReadStrictly() {
        Map<String, Object> mistyped =
                Map.of("apiVersion", "v1", "kind", "Service", "spec", Map.of("portz", List.of()));

        assertThatThrownBy(() -> Manifests.read(mistyped)).hasMessageContaining("portz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s/base", "k8s/overlays/dev", "k8s/overlays/prod"})
    void leavesNoFileOut(String directory) {
        Path kustomization = Checkout.ROOT.resolve(directory).resolve("kustomization.yaml");
        Set<String> files = Checkout.files(directory, ".yaml").stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("kustomization.yaml"))
                .collect(Collectors.toSet());

        List<String> resources = Checkout.texts(Checkout.yaml(kustomization).getFirst(), "resources");

        assertThat(resources.stream().map(String::valueOf).filter(name -> !name.equals("../../base")))
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void deploysTheFiveServices() {
        assertThat(BASE.of(Deployment.class))
                .extracting(deployment -> deployment.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(MODULES);
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void givesAServiceWhatItAsksFor(String module) {
        ServiceSettings settings = ServiceSettings.of(module);
        Container container = container(module);
        Set<String> given = new TreeSet<>(configuration().getData().keySet());
        container.getEnv().forEach(variable -> given.add(variable.getName()));

        assertThat(given).containsAll(settings.required()).allMatch(settings::reads);
        assertThat(container.getImage()).isEqualTo("flexledger/" + module);
        assertThat(container.getEnvFrom())
                .extracting(source -> source.getConfigMapRef().getName())
                .containsExactly(configuration().getMetadata().getName());
        assertThat(secrets(container))
                .containsEntry("FLEXLEDGER_DB_USER", "flexledger-db-%s/username".formatted(settings.schema()))
                .containsEntry("FLEXLEDGER_DB_PASSWORD", "flexledger-db-%s/password".formatted(settings.schema()));
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void asksForHealthWhereTheServiceAnswers(String module) {
        Container container = container(module);

        assertThat(container.getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getName()).isEqualTo("http");
            assertThat(port.getContainerPort()).hasToString(ImageFile.port());
        });
        asks(container.getStartupProbe(), "/q/health/started");
        asks(container.getLivenessProbe(), "/q/health/live");
        asks(container.getReadinessProbe(), "/q/health/ready");
        assertThat(Checkout.text(module + "/src/main/resources/application.properties"))
                .as("the probes assume the usual paths")
                .doesNotContain("quarkus.smallrye-health.root-path", "non-application-root-path", "http.root-path");
    }

    private static void asks(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
    }

    @Test
    void boundsAndConfinesEveryContainer() {
        for (PodSpec pod : pods()) {
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            for (Container container : pod.getContainers()) {
                assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                if (container.getImage().startsWith("flexledger/")) {
                    assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(ImageFile.user());
                    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void takesEverySecretByNameOnly() {
        Stream.of("k8s/base", "k8s/overlays/dev", "k8s/overlays/prod")
                .flatMap(directory -> Checkout.files(directory, ".yaml").stream())
                .forEach(file -> assertThat(Checkout.text(file))
                        .as(file.toString())
                        .doesNotContain("kind: Secret", "secretGenerator", "stringData"));
        for (PodSpec pod : pods()) {
            for (Container container : pod.getContainers()) {
                container.getEnv().stream()
                        .filter(variable -> variable.getName().matches(".*(PASSWORD|TOKEN).*"))
                        .forEach(variable -> assertThat(variable.getValue()).isNull());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void pointsEverySelectorAtThePods(String module) {
        Deployment deployment = BASE.get(Deployment.class, module);
        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        Service service = BASE.get(Service.class, module);
        PodDisruptionBudget budget = BASE.get(PodDisruptionBudget.class, module);

        assertThat(labels)
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels())
                .containsAllEntriesOf(service.getSpec().getSelector())
                .containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels())
                .containsEntry("flexledger.io/part", "service");
        assertThat(service.getSpec().getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getPort()).hasToString(ImageFile.port());
            assertThat(port.getTargetPort().getStrVal()).isEqualTo("http");
        });
    }

    @Test
    void letsServicesReachWhatTheyAreConfiguredToReachAndNothingElse() {
        NetworkPolicy services = BASE.get(NetworkPolicy.class, "services");
        assertThat(services.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(services.getSpec().getIngress()).isEmpty();
        Map<String, String> ports = new HashMap<>();
        services.getSpec()
                .getEgress()
                .forEach(rule -> rule.getTo().forEach(peer -> {
                    Map<String, String> labels = peer.getPodSelector().getMatchLabels();
                    rule.getPorts()
                            .forEach(port -> ports.merge(
                                    String.valueOf(labels.values().iterator().next()),
                                    port.getPort().getIntVal().toString(),
                                    (a, b) -> a));
                }));

        Map<String, String> configured = configuration().getData();
        assertThat(ports)
                .containsOnlyKeys("database", "broker", "kube-dns")
                .containsEntry("database", configured.get("FLEXLEDGER_DB_PORT"))
                .containsEntry(
                        "broker",
                        String.valueOf(configured.get("FLEXLEDGER_KAFKA_BOOTSTRAP"))
                                .replaceAll(".*:", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "ingestor", "daily"})
    void letsWhoAsksReachWhomItIsToldToAsk(String who) {
        Container container = who.equals("daily") ? daily() : container(who + "-service");
        Set<String> asked = container.getEnv().stream()
                .filter(variable -> variable.getName().endsWith("_URL") && variable.getValue() != null)
                .map(variable -> Checkout.only(variable.getValue(), "^http://(.+):%s$".formatted(ImageFile.port())))
                .collect(Collectors.toSet());
        var question = BASE.get(NetworkPolicy.class, who + "-asks").getSpec();
        var answer = BASE.get(NetworkPolicy.class, who + "-is-answered").getSpec();

        assertThat(asked).isNotEmpty().isSubsetOf(MODULES);
        assertThat(question.getPodSelector().getMatchLabels())
                .containsEntry("app.kubernetes.io/name", who.equals("daily") ? who : who + "-service");
        assertThat(values(question.getEgress().getFirst().getTo().getFirst().getPodSelector()))
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(values(answer.getPodSelector())).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(question.getPodSelector())
                .isEqualTo(answer.getIngress().getFirst().getFrom().getFirst().getPodSelector());
        assertThat(question.getEgress().getFirst().getPorts())
                .isEqualTo(answer.getIngress().getFirst().getPorts());
    }

    @Test
    void letsTheIngestorFetchAndTheReportTellAndNobodyElseLeave() {
        Map<String, Set<Integer>> open = new HashMap<>();
        for (NetworkPolicy policy : BASE.of(NetworkPolicy.class)) {
            policy.getSpec().getEgress().stream()
                    .filter(rule -> rule.getTo().stream().anyMatch(peer -> peer.getIpBlock() != null))
                    .forEach(rule -> {
                        assertThat(rule.getTo())
                                .singleElement()
                                .satisfies(peer -> assertThat(peer.getIpBlock().getExcept())
                                        .contains("10.0.0.0/8", "192.168.0.0/16"));
                        open.put(
                                policy.getSpec()
                                        .getPodSelector()
                                        .getMatchLabels()
                                        .get("app.kubernetes.io/name"),
                                rule.getPorts().stream()
                                        .map(port -> port.getPort().getIntVal())
                                        .collect(Collectors.toSet()));
                    });
        }

        assertThat(open).isEqualTo(Map.of("ingestor-service", Set.of(443), "report-service", Set.of(443, 465, 587)));
    }

    @Test
    void givesTheReportSomebodyToTellWhereThereIsASecret() {
        Container report = container("report-service");

        assertThat(secrets(report))
                .containsEntry("FLEXLEDGER_MAIL_PASSWORD", "flexledger-alerts/mail-password")
                .containsEntry("FLEXLEDGER_ALERTS_WEBHOOK_URL", "flexledger-alerts/webhook-url")
                .containsEntry("FLEXLEDGER_ALERTS_WEBHOOK_SECRET", "flexledger-alerts/webhook-secret");
        assertThat(report.getEnv())
                .filteredOn(variable -> variable.getName().matches("FLEXLEDGER_(ALERTS|MAIL)_.+"))
                .hasSize(12)
                .allSatisfy(variable -> assertThat(
                                variable.getValueFrom().getSecretKeyRef().getOptional())
                        .isTrue());
        assertThat(ServiceSettings.of("report-service").optional())
                .filteredOn(name -> name.matches("FLEXLEDGER_(ALERTS|MAIL)_.+"))
                .isEqualTo(report.getEnv().stream()
                        .map(EnvVar::getName)
                        .filter(name -> name.matches("FLEXLEDGER_(ALERTS|MAIL)_.+"))
                        .sorted()
                        .toList());
    }

    @Test
    void givesTheIngestorAccessToTheBrokerWhereThereIsASecret() {
        Map<String, String> secrets = secrets(container("ingestor-service"));

        assertThat(secrets)
                .containsEntry("ACCOUNT_ID", "flexledger-flex/account")
                .containsEntry("IBKR_FLEX_TOKEN", "flexledger-flex/token")
                .containsEntry("IBKR_FLEX_QUERY_ID", "flexledger-flex/query-id");
        assertThat(container("ingestor-service").getEnv())
                .filteredOn(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getSecretKeyRef().getName().equals("flexledger-flex"))
                .hasSize(3)
                .allMatch(variable -> variable.getValueFrom().getSecretKeyRef().getOptional());
        for (PodSpec pod : pods()) {
            boolean ingestor = pod.getContainers().getFirst().getImage().equals("flexledger/ingestor-service");
            assertThat(pod.getContainers())
                    .allMatch(container -> secrets(container).containsKey("IBKR_FLEX_TOKEN") == ingestor);
        }
    }

    @Test
    void fetchesOnceADayAndFailsWhenThatFails() {
        CronJobSpec daily = BASE.get(CronJob.class, "daily").getSpec();
        PodSpec pod = daily.getJobTemplate().getSpec().getTemplate().getSpec();

        assertThat(daily.getSchedule()).isEqualTo("0 17 * * *");
        assertThat(daily.getTimeZone()).isEqualTo("Asia/Hong_Kong");
        assertThat(daily.getConcurrencyPolicy()).isEqualTo("Forbid");
        assertThat(daily.getStartingDeadlineSeconds()).isPositive();
        assertThat(daily.getJobTemplate().getSpec().getBackoffLimit()).isZero();
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        assertThat(daily().getImage()).isEqualTo("flexledger/ledger-cli");
        assertThat(Checkout.text("Dockerfile")).contains("FROM runtime AS cli");
        assertThat(Checkout.text("k8s/overlays/prod/kustomization.yaml")).contains("name: flexledger/ledger-cli\n");
        assertThat(daily().getArgs()).containsExactly("run", "daily");
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void waitsLongerForAServiceThanTheServiceForItsDatabase(String module) {
        String properties = Checkout.text(module + "/src/main/resources/application.properties");
        int retries = Integer.parseInt(Checkout.only(properties, "connect-retries=(\\d+)"));
        int interval = Integer.parseInt(Checkout.only(properties, "connect-retries-interval=(\\d+)s"));
        Probe startup = container(module).getStartupProbe();

        assertThat(startup.getPeriodSeconds() * startup.getFailureThreshold()).isGreaterThan(retries * interval);
    }

    private static Container daily() {
        return BASE.get(CronJob.class, "daily")
                .getSpec()
                .getJobTemplate()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static List<String> values(LabelSelector selector) {
        return selector.getMatchExpressions().getFirst().getValues();
    }

    @Test
    void hasBrokerAndDatabaseOfTheDevOverlayUnderTheConfiguredNames() {
        Map<String, String> configured = configuration().getData();
        for (StatefulSet server : DEV.of(StatefulSet.class)) {
            Service service = DEV.get(Service.class, server.getMetadata().getName());
            assertThat(server.getSpec().getTemplate().getMetadata().getLabels())
                    .containsAllEntriesOf(service.getSpec().getSelector())
                    .containsKey("flexledger.io/part");
        }
        assertThat(DEV.get(Service.class, "flexledger-db").getMetadata().getName())
                .isEqualTo(configured.get("FLEXLEDGER_DB_HOST"));
        assertThat(configured).containsEntry("FLEXLEDGER_KAFKA_BOOTSTRAP", "flexledger-broker:9092");
    }

    @Test
    void givesTheSetupOfTheDevOverlayTheServicesOwnPasswords() {
        Container setup = DEV.get(Job.class, "setup")
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
        Map<String, String> secrets = secrets(setup);

        for (String module : MODULES) {
            String schema = ServiceSettings.of(module).schema();
            assertThat(secrets)
                    .containsEntry(
                            "FLEXLEDGER_DB_PASSWORD_" + schema.toUpperCase(Locale.ROOT),
                            "flexledger-db-%s/password".formatted(schema));
        }
        StatefulSet postgres = DEV.get(StatefulSet.class, "flexledger-db");
        assertThat(secrets(postgres.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()))
                .containsEntry("POSTGRES_PASSWORD", secrets.get("FLEXLEDGER_DB_ADMIN_PASSWORD"));
    }

    private static List<PodSpec> pods() {
        List<PodSpec> pods = new ArrayList<>();
        BASE.of(Deployment.class)
                .forEach(d -> pods.add(d.getSpec().getTemplate().getSpec()));
        BASE.of(CronJob.class)
                .forEach(c -> pods.add(
                        c.getSpec().getJobTemplate().getSpec().getTemplate().getSpec()));
        DEV.of(StatefulSet.class)
                .forEach(s -> pods.add(s.getSpec().getTemplate().getSpec()));
        DEV.of(Job.class).forEach(j -> pods.add(j.getSpec().getTemplate().getSpec()));
        return pods;
    }

    private static Container container(String module) {
        return BASE.get(Deployment.class, module)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }

    private static ConfigMap configuration() {
        return BASE.get(ConfigMap.class, "flexledger");
    }

    /** Secret and key by variable. */
    private static Map<String, String> secrets(Container container) {
        Map<String, String> secrets = new HashMap<>();
        for (EnvVar variable : container.getEnv()) {
            if (variable.getValueFrom() != null) {
                var secret = variable.getValueFrom().getSecretKeyRef();
                secrets.put(variable.getName(), secret.getName() + "/" + secret.getKey());
            }
        }
        return secrets;
    }
}
