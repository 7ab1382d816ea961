package io.flexledger.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventIdTest {

    private static final AccountId ACCOUNT = AccountId.of("U7654321");
    private static final EventId ID = EventId.of(ACCOUNT, "fill", "1234567890");

    /** Made by another implementation of RFC 9562; were it to change, every stored fact would be a new one. */
    @Test
    void neverChanges() {
        assertThat(ID).hasToString("f92e5058-299b-597c-8e8f-ca6d9e57da28");
        assertThat(EventId.of(ACCOUNT, "fill", "1234567890")).isEqualTo(ID);
    }

    @Test
    void isANameBasedUuid() {
        assertThat(ID.value().version()).isEqualTo(5);
        assertThat(ID.value().variant()).isEqualTo(2);
    }

    @Test
    void dependsOnAccountKindAndKey() {
        assertThat(Set.of(
                        ID,
                        EventId.of(AccountId.of("U7654322"), "fill", "1234567890"),
                        EventId.of(ACCOUNT, "cash-flow", "1234567890"),
                        EventId.of(ACCOUNT, "fill", "1234567891"),
                        EventId.of(ACCOUNT, "fil", "l1234567890")))
                .hasSize(5);
    }

    @Test
    void isABareStringInJson() {
        assertThat(ContractJson.write(ID)).asString().isEqualTo("\"f92e5058-299b-597c-8e8f-ca6d9e57da28\"");
        assertThat(EventId.parse("f92e5058-299b-597c-8e8f-ca6d9e57da28")).isEqualTo(ID);
    }
}
