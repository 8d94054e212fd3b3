/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.security;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.devstack.TestTokens;
import fi.saumaton.kit.sample.Kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@Kit
class CallerTest {

    @Test
    void personIsKnownByNameAndRoles() {
        self(TestTokens.person("jenni", "agent"))
                .statusCode(200)
                .body("id", equalTo(TestTokens.subject("jenni").toString()))
                .body("name", equalTo("Jenni"))
                .body("agent", equalTo(true))
                .body("writer", equalTo(false));
    }

    @Test
    void partnerIsKnownByItsScopes() {
        self(TestTokens.client("shop-backoffice", "customers:read", "customers:write"))
                .statusCode(200)
                .body("id", equalTo(TestTokens.subject("shop-backoffice").toString()))
                .body("name", equalTo("service-account-shop-backoffice"))
                .body("agent", equalTo(false))
                .body("writer", equalTo(true));
    }

    @Test
    void otherScopeIsForbidden() {
        self(TestTokens.client("shop-backoffice", "customers:read")).statusCode(403);
    }

    @Test
    void scopeNamedLikeARoleIsNoRole() {
        self(TestTokens.client("intruder", "agent", "openid")).statusCode(403);
    }

    private static ValidatableResponse self(String token) {
        return given().auth().oauth2(token).get("/api/v1/counters/self").then();
    }
}
