/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
class PageRoutesTest {
    @ParameterizedTest
    @ValueSource(strings = {"/desk/", "/desk/c/0198c1c2-0000-7000-8000-000000000001"})
    void theDeskOpensWithoutSigningInAlsoByADeepLink(String address) {
        given().get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .body(containsString("<desk-app>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/desk"})
    void shortAddressesLeadToTheDesk(String address) {
        given().redirects().follow(false).get(address).then().statusCode(302).header("Location", "/desk/");
    }

    @Test
    void theDesksScriptIsAskedForAgainAfterARelease() {
        given().get("/desk/main.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .body(containsString("desk-app"));
    }

    @Test
    void theWidgetIsOneScriptThatAnyPageMayLoad() {
        given().get("/widget.js")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("javascript"))
                .header("Cache-Control", "public, max-age=300")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(allOf(startsWith("\"use strict\""), containsString("saumaton-chat")));
    }

    @Test
    void thePagesLearnWhereToSignIn() {
        given().get("/app/config.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-cache")
                .body("oidc.clientId", equalTo("desk"));
    }

    @Test
    void aFileThatIsNotThereIsNotTheDesk() {
        given().get("/desk/nothing.js").then().statusCode(404);
    }
}
