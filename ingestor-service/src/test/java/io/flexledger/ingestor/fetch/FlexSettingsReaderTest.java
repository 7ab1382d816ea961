package io.flexledger.ingestor.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.ingestor.fetch.FlexSettings.ConfiguredQuery;
import io.flexledger.ingestor.period.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlexSettingsReaderTest {

    private static final String TOKEN = "739201846615530274";

    private static final Map<String, String> THREE =
            Map.of("ACCOUNT_ID", "U1234567", "IBKR_FLEX_TOKEN", TOKEN, "IBKR_FLEX_QUERY_ID", "123456");

    @Nested
    class Three {

        @Test
        void makeOneQueryOfRoleFull() throws InvalidSettingsException {
            var settings = read(THREE);

            var query = settings.queries().getFirst().query();
            assertThat(settings.queries()).hasSize(1);
            assertThat(query.id()).isEqualTo("123456");
            assertThat(query.name()).isEqualTo("123456");
            assertThat(query.role()).isEqualTo(Role.FULL);
            assertThat(query.account().value()).isEqualTo("U1234567");
            assertThat(query.token().secret()).isEqualTo(TOKEN);
            assertThat(settings.queries().getFirst().jobs()).isNotEmpty();
        }

        @Test
        void haveDefaultsBesideThem() throws InvalidSettingsException {
            var settings = read(THREE);

            assertThat(settings.retry())
                    .isEqualTo(new RetrySettings(
                            Duration.ofSeconds(5),
                            7,
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(60),
                            new BigDecimal("0.5"),
                            new BigDecimal("1.5"),
                            Duration.ofHours(1)));
            assertThat(settings.baseUrl()).isEqualTo(FlexSettings.BROKER_URL);
            assertThat(settings.hosts()).isEqualTo(FlexSettings.BROKER_HOSTS);
        }

        @Test
        void mayBeAbsentTogether() throws InvalidSettingsException {
            assertThat(read(Map.of()).isConfigured()).isFalse();
            assertThat(read(Map.of("ACCOUNT_ID", "U1234567")).isConfigured()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "ACCOUNT_ID, U1234567",
            "IBKR_FLEX_TOKEN, the digits Client Portal shows",
            "IBKR_FLEX_QUERY_ID, 123456"
        })
        void areAllNeeded(String missing, String example) {
            var two = with(missing, "");

            assertThat(faults(two))
                    .singleElement()
                    .asString()
                    .startsWith(missing + " is missing; for example: " + example);
        }

        @Test
        void areToldTogether() {
            assertThat(faults(Map.of("IBKR_FLEX_TOKEN", TOKEN)))
                    .extracting(SettingFault::setting)
                    .containsExactlyInAnyOrder("ACCOUNT_ID", "IBKR_FLEX_QUERY_ID");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBKR_FLEX_RETRY_ATTEMPTS", "IBKR_FLEX_DEADLINE_SECONDS", "IBKR_FLEX_QUERY_ID"})
    void aTokenInTheWrongPlaceIsNotRepeated(String setting) {
        assertThat(faults(with(setting, TOKEN)).toString()).contains(setting).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "IBKR_FLEX_QUERY_ID, 12a",
        "IBKR_FLEX_TOKEN, short",
        "IBKR_FLEX_BASE_URL, ndcdyn.interactivebrokers.com",
        "IBKR_FLEX_BASE_URL, ftp://ndcdyn.interactivebrokers.com/",
        "IBKR_FLEX_BASE_URL, http://ndcdyn.interactivebrokers.com/",
        "IBKR_FLEX_BASE_URL, http://127.0.0.1@elsewhere.test/",
        "IBKR_FLEX_INITIAL_WAIT_SECONDS, soon",
        "IBKR_FLEX_INITIAL_WAIT_SECONDS, -1",
        "IBKR_FLEX_RETRY_ATTEMPTS, 0",
        "IBKR_FLEX_RETRY_ATTEMPTS, 2.5",
        "IBKR_FLEX_BACKOFF_BASE_SECONDS, NaN",
        "IBKR_FLEX_BACKOFF_MAX_SECONDS, 5",
        "IBKR_FLEX_JITTER_MIN_MULTIPLIER, 11",
        "IBKR_FLEX_JITTER_MAX_MULTIPLIER, 0.1",
        "IBKR_FLEX_DEADLINE_SECONDS, 1 h"
    })
    void whatCannotBeUsedIsNamedWithAReasonAndAnExample(String setting, String value) {
        assertThat(faults(with(setting, value))).singleElement().satisfies(fault -> {
            assertThat(fault.setting()).isEqualTo(setting);
            assertThat(fault.reason()).isNotBlank();
            assertThat(fault.example()).isNotBlank();
        });
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var values = new HashMap<>(THREE);
        values.put("ACCOUNT_ID", "");
        values.put("IBKR_FLEX_QUERY_ID", "x");
        values.put("IBKR_FLEX_BASE_URL", "nowhere");
        values.put("IBKR_FLEX_RETRY_ATTEMPTS", "many");
        values.put("IBKR_FLEX_BACKOFF_MAX_SECONDS", "1");
        values.put("IBKR_FLEX_DEADLINE_SECONDS", "-1");

        var faults = faults(values);

        assertThat(faults)
                .extracting(SettingFault::setting)
                .containsExactlyInAnyOrder(
                        "ACCOUNT_ID",
                        "IBKR_FLEX_QUERY_ID",
                        "IBKR_FLEX_BASE_URL",
                        "IBKR_FLEX_RETRY_ATTEMPTS",
                        "IBKR_FLEX_BACKOFF_MAX_SECONDS",
                        "IBKR_FLEX_DEADLINE_SECONDS");
        assertThatThrownBy(() -> read(values))
                .hasMessageStartingWith("Settings are missing or cannot be used:\n  ")
                .message()
                .satisfies(message -> assertThat(message.lines()).hasSize(1 + faults.size()));
    }

    /** A token with one character too many, as from a bad copy, is a token still. */
    @ParameterizedTest
    @ValueSource(strings = {TOKEN + "!", TOKEN + " " + TOKEN, "öööööööö"})
    void aTokenIsNeverRepeated(String token) {
        assertThatThrownBy(() -> read(with("IBKR_FLEX_TOKEN", token)))
                .hasMessageContaining("IBKR_FLEX_TOKEN is not a token")
                .message()
                .doesNotContain(token, TOKEN);
        var listed = new WrittenSettings(
                Map.of(), List.of(Map.of("id", "1", "account", "U1", "token", token, "role", "none")));
        assertThatThrownBy(() -> FlexSettingsReader.read(listed))
                .hasMessageContaining("flex_query.queries[0].token")
                .message()
                .doesNotContain(token, TOKEN);
    }

    @Test
    void aTokenDoesNotPrint() throws InvalidSettingsException {
        assertThat(read(THREE).toString()).doesNotContain(TOKEN);
    }

    @Test
    void aSimulatedBrokerMayBeOnThisMachine() throws InvalidSettingsException {
        var settings = read(with("IBKR_FLEX_BASE_URL", "http://127.0.0.1:8099/flex"));

        assertThat(settings.url("SendRequest")).isEqualTo("http://127.0.0.1:8099/flex/SendRequest");
        assertThat(settings.hosts()).contains("127.0.0.1");
    }

    @Nested
    class Listed {

        @Test
        void takeAccountAndTokenFromThePlainOnes() throws InvalidSettingsException {
            var settings = FlexSettingsReader.read(new WrittenSettings(
                    THREE,
                    List.of(
                            Map.of("id", "1", "name", "mtd"),
                            Map.of("id", "2", "role", "trades", "account", "U7654321", "token", "another-token"))));

            assertThat(settings.queries())
                    .extracting(ConfiguredQuery::query)
                    .containsExactly(
                            new FlexQuery("1", "mtd", Role.FULL, id("U1234567"), new Token(TOKEN)),
                            new FlexQuery("2", "2", Role.TRADES, id("U7654321"), new Token("another-token")));
            assertThat(settings.find("mtd")).isEqualTo(settings.find("1")).isPresent();
        }

        @Test
        void areToldByTheirPlace() {
            var written = new WrittenSettings(
                    Map.of(),
                    List.of(
                            Map.of("id", "1", "account", "U1", "token", "token-of-one", "name", "same"),
                            Map.of("id", "x", "role", "everything", "schedule", "whenever", "period", "a while"),
                            Map.of("id", "3", "account", "U1", "token", "token-of-one", "name", "same")));

            var thrown = catchThrowableOfType(InvalidSettingsException.class, () -> FlexSettingsReader.read(written));

            assertThat(thrown.faults())
                    .extracting(SettingFault::setting)
                    .containsExactlyInAnyOrder(
                            "flex_query.queries[1].id",
                            "flex_query.queries[1].account",
                            "flex_query.queries[1].token",
                            "flex_query.queries[1].role",
                            "flex_query.queries[1].schedule",
                            "flex_query.queries[1].period",
                            "flex_query.queries[2].name");
        }

        /** What is kept under an id, or asked for by a name, must mean one of them. */
        @ParameterizedTest
        @CsvSource({
            "1, daily, 1, weekly, id, 'is ''1'', and so is flex_query.queries[0].id'",
            "1, daily, 2, daily, name, 'is ''daily'', and so is flex_query.queries[0].name'",
            "1, daily, 2, 1, name, 'is ''1'', and so is flex_query.queries[0].id'",
            "1, 2, 2, weekly, id, 'is ''2'', and so is flex_query.queries[0].name'"
        })
        void areNotTwoOfTheSame(
                String firstId, String firstName, String id, String name, String setting, String reason) {
            var written = new WrittenSettings(
                    THREE, List.of(Map.of("id", firstId, "name", firstName), Map.of("id", id, "name", name)));

            assertThat(catchThrowableOfType(InvalidSettingsException.class, () -> FlexSettingsReader.read(written))
                            .faults())
                    .singleElement()
                    .satisfies(fault -> {
                        assertThat(fault.setting()).isEqualTo("flex_query.queries[1]." + setting);
                        assertThat(fault.reason()).isEqualTo(reason);
                        assertThat(fault.example()).isNotBlank();
                    });
        }

        @Test
        void mayBeNamedByTheirOwnId() throws InvalidSettingsException {
            var written = new WrittenSettings(THREE, List.of(Map.of("id", "1", "name", "1"), Map.of("id", "2")));

            assertThat(FlexSettingsReader.read(written).queries()).hasSize(2);
        }

        @Test
        void doNotRepeatATokenThatStandsTwiceInTheWrongPlace() {
            for (var setting : List.of("id", "name")) {
                var written = new WrittenSettings(
                        THREE, List.of(Map.of("role", "nav", setting, TOKEN), Map.of("role", "cash", setting, TOKEN)));

                assertThatThrownBy(() -> FlexSettingsReader.read(written))
                        .hasMessageContaining("flex_query.queries[1]." + setting)
                        .message()
                        .doesNotContain(TOKEN);
            }
        }
    }

    private static AccountId id(String account) {
        return AccountId.of(account);
    }

    private static Map<String, String> with(String name, String value) {
        var values = new HashMap<>(THREE);
        values.put(name, value);
        return values;
    }

    private static FlexSettings read(Map<String, String> values) throws InvalidSettingsException {
        return FlexSettingsReader.read(new WrittenSettings(values, List.of()));
    }

    private static List<SettingFault> faults(Map<String, String> values) {
        return catchThrowableOfType(InvalidSettingsException.class, () -> read(values))
                .faults();
    }
}
