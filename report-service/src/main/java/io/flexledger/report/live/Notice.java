package io.flexledger.report.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.id.EventId;
import io.flexledger.contracts.id.InstrumentId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** That something was stored which open pages show; what it is now, is read when it is told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Notice.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Notice.Nav.class, name = "nav"),
    @JsonSubTypes.Type(value = Notice.Fill.class, name = "fill"),
    @JsonSubTypes.Type(value = Notice.Position.class, name = "position"),
    @JsonSubTypes.Type(value = Notice.Day.class, name = "day"),
    @JsonSubTypes.Type(value = Notice.Alert.class, name = "alert"),
})
public sealed interface Notice {

    /** How a gateway is heard. */
    record Status(String gateway) implements Notice {}

    record Nav(AccountId account) implements Notice {}

    record Fill(AccountId account, EventId event) implements Notice {}

    record Position(AccountId account, InstrumentId instrument) implements Notice {}

    record Day(AccountId account, LocalDate date) implements Notice {}

    record Alert(UUID id) implements Notice {}

    default String text() {
        return new String(ContractJson.write(this), StandardCharsets.UTF_8);
    }

    static Notice parse(String text) {
        return ContractJson.read(text, Notice.class);
    }
}
