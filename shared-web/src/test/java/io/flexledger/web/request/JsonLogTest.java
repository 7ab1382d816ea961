package io.flexledger.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexledger.testing.StackResource;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(JsonLogTest.Json.class)
@WithTestResource(StackResource.class)
class JsonLogTest {

    public static final class Json implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("LOG_FORMAT", "json", "APP_LOG_LEVEL", "WARN");
        }
    }

    @Test
    void everyLineIsAnObject() throws IOException {
        var line = new ExtLogRecord(Level.INFO, "Request: %s %s", FormatStyle.PRINTF, "x");
        line.setParameters(new Object[] {new Fact("status", 200), new Fact("path", "/a\"b")});

        var text = console().format(line);

        var json = new ObjectMapper().readTree(text);
        assertThat(text).endsWith("\n").hasLineCount(1);
        assertThat(json.path("level").asText()).isEqualTo("INFO");
        assertThat(json.path("message").asText()).isEqualTo("Request: status=200 path=/a\"b");
        assertThat(json.path("status").asInt()).isEqualTo(200);
        assertThat(json.path("path").asText()).isEqualTo("/a\"b");
    }

    @Test
    void levelIsOfWhatIsOurs() {
        assertThat(Logger.getLogger("io.flexledger.anything").isLoggable(Level.INFO))
                .isFalse();
        assertThat(Logger.getLogger("io.quarkus.anything").isLoggable(Level.INFO))
                .isTrue();
    }

    private static Formatter console() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getFormatter();
    }
}
