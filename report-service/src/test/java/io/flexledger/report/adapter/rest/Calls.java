package io.flexledger.report.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;

/** How the tests ask. */
public final class Calls {

    private Calls() {}

    public static ValidatableResponse get(String path, Object... arguments) {
        return given().redirects().follow(false).get(path, arguments).then();
    }

    static void problem(ValidatableResponse response, int status, String code) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("nextStep", notNullValue());
    }
}
