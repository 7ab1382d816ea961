package io.flexledger.ingestor.adapter.rest;

import static io.flexledger.ingestor.FlexText.report;
import static io.flexledger.ingestor.FlexText.statementOf;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.ThreadLocalRandom;

/** Files as tests send them. Accounts are made up anew, because the tables are shared by all tests and never emptied. */
public final class Sent {

    private Sent() {}

    public static String newAccount() {
        return "U" + ThreadLocalRandom.current().nextLong(1_000_000_000L, Long.MAX_VALUE);
    }

    /** A whole file whose bytes nobody has sent before. */
    public static String newReport(String account) {
        return report().statement(statementOf(
                        account, "20250718", "20250719;042700", "<Trades><Trade symbol='Größe €'/></Trades>"))
                .toString();
    }

    public static ValidatableResponse post(String body) {
        return post(body.getBytes(UTF_8));
    }

    public static ValidatableResponse post(byte[] body) {
        return post("application/octet-stream", body);
    }

    /** The bytes as they are, whatever the media type. */
    public static ValidatableResponse post(String mediaType, byte[] body) {
        return given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(mediaType, ContentType.BINARY)))
                .contentType(mediaType)
                .body(body)
                .post("/ingestion/files")
                .then();
    }
}
