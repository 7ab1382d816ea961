package io.flexledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.Topics;
import io.flexledger.stack.Databases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TestStackTest {

    @SuppressWarnings("unused") // named by the parameterized test
    static final Iterable<String> ROLES = Databases.SERVICES;

    @Test
    void isTheSameForEveryTest() {
        assertThat(TestStack.running()).isEqualTo(TestStack.running());
    }

    @Test
    void hasEveryTopicOfTheRegister() throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.running().bootstrap()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(
                            Arrays.stream(Topics.values()).map(Topics::topic).toList());
        }
    }

    @ParameterizedTest
    @FieldSource("ROLES")
    void letsEveryServiceIntoItsOwnSchema(String role) throws Exception {
        StackAddress stack = TestStack.running();
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(), role, stack.dbPassword());
                ResultSet row = connection.createStatement().executeQuery("select current_schema()")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo(role);
        }
    }
}
