/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class TelephoneTest {
    private static final String PATH = "/api/v1/me/telephone";

    private final TestAgent jenni = TestAgent.someone();

    @ParameterizedTest
    @CsvSource({"number,+358401234567", "sip,sip:jenni@pbx.example", "browser,jenni-1", "extension,123"})
    void anAgentSetsWhereTheyAreRung(String kind, String address) {
        jenni.asks().get(PATH).then().statusCode(404);
        jenni.asks()
                .body(Map.of("kind", kind, "address", address))
                .put(PATH)
                .then()
                .statusCode(200);
        jenni.asks()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("kind", equalTo(kind))
                .body("address", equalTo(address));
        TestAgent.someone().asks().get(PATH).then().statusCode(404);
        jenni.asks().delete(PATH).then().statusCode(204);
        jenni.asks().get(PATH).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"number,0401234567", "sip,jenni", "browser,a b", "extension,12a", "pigeon,+358401234567"})
    void anAddressMustFitItsKind(String kind, String address) {
        jenni.asks()
                .body(Map.of("kind", kind, "address", address))
                .put(PATH)
                .then()
                .statusCode(422);
    }

    @Test
    void itIsForThoseWhoServe() {
        given().get(PATH).then().statusCode(401);
        given().auth().oauth2(jenni.tokenWith("manager")).get(PATH).then().statusCode(403);
    }
}
