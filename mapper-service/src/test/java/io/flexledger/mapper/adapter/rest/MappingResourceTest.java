package io.flexledger.mapper.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.flexledger.contracts.RawArtifact;
import io.flexledger.mapper.adapter.StatementTopic;
import io.flexledger.mapper.ibkr.MappedStatement;
import io.flexledger.testing.StackResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackResource.class)
class MappingResourceTest {

    private static final String NOBODY = "0".repeat(64);

    @Test
    void accountsForEveryRow() {
        RawArtifact artifact = send("unknown-things.xml");

        given().get("/mapping/artifacts/" + artifact.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("mapped"))
                .body("account", equalTo("U7000001"))
                .body("rows.total", equalTo(8))
                .body("rows.mapped", equalTo(2))
                .body("rows.unmapped", equalTo(6))
                .body("sections.BrandNewSection", equalTo(2))
                .body("sections.EmptyNewSection", equalTo(0))
                .body("drift", hasSize(11))
                .body("drift[0].name", equalTo("sparkle"))
                .body("drift[0].count", equalTo(2))
                .body("rejections", equalTo(0));
    }

    @Test
    void showsARowDownToItsBytes() {
        RawArtifact artifact = send("trades.xml");

        var row = given().get("/mapping/artifacts/" + artifact.id() + "/rows/3")
                .then()
                .statusCode(200)
                .body("section", equalTo("Trades"))
                .body("element", equalTo("Trade"))
                .body("outcome", equalTo("MAPPED"))
                .body("reason", nullValue())
                .body("attributes.transactionID", equalTo("70001"))
                .body("attributes.symbol", equalTo("ABC   250718C00050000"))
                .body("attributes.isin", equalTo(""))
                .extract()
                .jsonPath();
        byte[] bytes = MappedStatement.bytes("trades.xml");
        assertThat(new String(bytes, row.getInt("byteOffset"), row.getInt("byteLength"), StandardCharsets.UTF_8))
                .isEqualTo(row.getString("xml"));
    }

    @Test
    void listsRefusedRowsPageByPage() {
        RawArtifact artifact = send("bad-rows.xml");
        String path = "/mapping/artifacts/" + artifact.id() + "/rejections";

        var first = given().get(path + "?limit=10")
                .then()
                .statusCode(200)
                .body("items", hasSize(10))
                .extract()
                .jsonPath();
        var second = given().get(path + "?limit=10&cursor=" + first.getString("next"))
                .then()
                .statusCode(200);

        second.body("items.ordinal", contains(5, 4, 3, 2, 1))
                .body("next", nullValue())
                .body("items[4].reason", equalTo("BAD_NUMBER"))
                .body("items[4].field", equalTo("amount"))
                .body("items[4].value", equalTo("1,000.00"))
                .body("items[4].nextStep", notNullValue());
        given().get("/mapping/rejections?limit=200")
                .then()
                .body("items.artifact", hasItem(artifact.id().sha256()));
    }

    @Test
    void listsWhatIsUnknown() {
        RawArtifact artifact = send("unknown-things.xml");

        given().get("/mapping/drift?limit=200")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("BrandNewSection", "sparkle", "Whisper"))
                .body(
                        "items.find { it.name == 'BrandNewSection' }.firstSeen",
                        equalTo(artifact.id().sha256()));
        var page = given().get("/mapping/drift?limit=1").jsonPath();
        assertThat(page.getList("items")).hasSize(1);
        assertThat(page.getString("next")).isEqualTo("1");
    }

    @Test
    void findsAnInstrumentByAnyOfItsNames() {
        send("balances.xml");

        for (String name : List.of("conid:900", "ABC", "US0000009001", "B0ABC00", "BBG00ABC0000")) {
            given().get("/mapping/instruments?name=" + name)
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem("conid:900"))
                    .body("items.find { it.id == 'conid:900' }.aliases.isin", contains("US0000009001"))
                    .body("items.find { it.id == 'conid:900' }.description", equalTo("ABC CORP"))
                    .body("items.find { it.id == 'conid:900' }.multiplier", equalTo("1"));
        }
        given().get("/mapping/instruments?name=conid:9003")
                .then()
                .body("items[0].option.strike", equalTo("48"))
                .body("items[0].option.right", equalTo("PUT"));
    }

    @Test
    void hashesWhatIsRemembered() {
        given().get("/mapping/projection-hash").then().statusCode(200).body("sha256", matchesPattern("[0-9a-f]{64}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/rows/1", "/rejections"})
    void knowsNoOtherArtifact(String path) {
        given().get("/mapping/artifacts/" + NOBODY + path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("ARTIFACT_NOT_FOUND"))
                .body("nextStep", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99", "-1", "x", "99999999999"})
    void knowsNoOtherRow(String ordinal) {
        RawArtifact artifact = send("trades.xml");

        given().get("/mapping/artifacts/" + artifact.id() + "/rows/" + ordinal)
                .then()
                .statusCode(404)
                .body("code", equalTo("ROW_NOT_FOUND"))
                .body("detail", containsString("from 1 to 5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rejections?limit=0",
                "rejections?limit=x",
                "rejections?cursor=-1",
                "drift?offset=x",
                "instruments?limit=-5"
            })
    void refusesPagesThatAreNone(String query) {
        given().get("/mapping/" + query).then().statusCode(400).body("code", equalTo("INVALID_PAGINATION"));
    }

    private static RawArtifact send(String file) {
        try (StatementTopic topic = new StatementTopic()) {
            RawArtifact artifact = topic.send(MappedStatement.bytes(file));
            topic.awaitAll();
            return artifact;
        }
    }
}
