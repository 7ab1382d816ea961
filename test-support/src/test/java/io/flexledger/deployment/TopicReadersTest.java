package io.flexledger.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.Topics;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The register of topics names exactly the services that are set to read them. */
class TopicReadersTest {

    private static final Pattern TOPIC = Pattern.compile("(?m)^mp\\.messaging\\.incoming\\..*\\.topic=(.+)$");

    static List<String> modules() {
        return ServiceSettings.MODULES;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void areTheConsumersOfTheRegister(String module) {
        var read = TOPIC.matcher(Checkout.text(module + "/src/main/resources/application.properties"))
                .results()
                .map(found -> found.group(1));

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Topics.values())
                        .filter(topic -> topic.consumers().contains(module))
                        .map(Topics::topic)
                        .toList());
    }
}
