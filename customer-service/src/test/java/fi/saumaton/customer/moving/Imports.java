/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.HashMap;
import java.util.Map;

import io.restassured.path.json.JsonPath;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.TestTokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Imports as an admin sees them. */
final class Imports {
    static final String PATH = "/api/v1/imports";

    private Imports() {}

    static String admin() {
        return TestTokens.person("jenni", "admin");
    }

    static Map<String, Object> request(String system, String source, boolean dryRun) {
        Map<String, Object> request = new HashMap<>();
        request.put("system", system);
        request.put("source", source);
        request.put("dryRun", dryRun);
        return request;
    }

    static String begin(Map<String, Object> request) {
        return Api.as(admin())
                .body(request)
                .post(PATH)
                .then()
                .statusCode(202)
                .extract()
                .path("importId");
    }

    static JsonPath get(String id) {
        return Api.as(admin())
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath findings(String id) {
        return Api.as(admin())
                .get(PATH + "/" + id + "/findings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath until(String state, String id) {
        Api.eventually(() -> assertEquals(state, get(id).getString("state")));
        return get(id);
    }

    static JsonPath run(Map<String, Object> request) {
        return until("done", begin(request));
    }

    static void resolve(String issueId) {
        Api.as(Api.jenni())
                .body(Map.of("resolution", "Spark plug changed"))
                .post("/api/v1/issues/" + issueId + "/resolution")
                .then()
                .statusCode(200);
    }
}
