package io.flexledger.deployment;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kubernetes resources read strictly: a field its kind does not have is an error, not something to keep and forget. Kinds
 * that operators define stay trees, since only their operators know them.
 *
 * @param builtIn of kinds that Kubernetes itself defines
 * @param custom  of kinds that operators define
 */
record Manifests(List<HasMetadata> builtIn, List<JsonNode> custom) {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1/ConfigMap", ConfigMap.class,
            "v1/Service", Service.class,
            "apps/v1/Deployment", Deployment.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "batch/v1/CronJob", CronJob.class,
            "batch/v1/Job", Job.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new NoRoomForTheUnknown())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** All of a directory; what kustomize reads about it is left out. */
    static Manifests in(String directory) {
        List<Path> files = Checkout.files(directory, ".yaml").stream()
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .toList();
        List<HasMetadata> builtIn = new ArrayList<>();
        List<JsonNode> custom = new ArrayList<>();
        for (Path file : files) {
            Checkout.yaml(file)
                    .forEach(document -> read(document)
                            .ifPresentOrElse(builtIn::add, () -> custom.add(STRICT.valueToTree(document))));
        }
        return new Manifests(builtIn, custom);
    }

    /** Absent where the kind is an operator's; one of Kubernetes' own that is not listed here is refused. */
    static Optional<HasMetadata> read(Map<String, Object> document) {
        String kind = document.get("apiVersion") + "/" + document.get("kind");
        Class<? extends HasMetadata> type = KINDS.get(kind);
        if (type == null && !kind.startsWith("kafka.strimzi.io/") && !kind.startsWith("postgresql.cnpg.io/")) {
            throw new IllegalArgumentException("nobody checks " + kind);
        }
        return Optional.ofNullable(type).map(known -> STRICT.convertValue(document, known));
    }

    <T extends HasMetadata> List<T> of(Class<T> kind) {
        return builtIn.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T get(Class<T> kind, String name) {
        return of(kind).stream()
                .filter(resource -> resource.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " " + name));
    }

    /** Of one kind that an operator defines. */
    List<JsonNode> custom(String kind) {
        return custom.stream()
                .filter(resource -> resource.path("kind").asText().equals(kind))
                .toList();
    }

    /** The models keep fields they do not know in a map of their own; without it, such a field is an error. */
    private static final class NoRoomForTheUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return Boolean.FALSE;
        }
    }
}
