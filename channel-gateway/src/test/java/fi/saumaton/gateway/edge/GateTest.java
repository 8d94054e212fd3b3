/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

/** Who gets to the services, and how often. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = EdgePorts.class, scope = TestResourceScope.GLOBAL)
class GateTest {
    private static CustomerServer customers;

    @BeforeAll
    static void startUpstream() throws Exception {
        customers = CustomerServer.start();
    }

    @AfterAll
    static void stopUpstream() throws Exception {
        customers.stop();
    }

    private static String jenni() {
        return TestTokens.person("jenni", "agent");
    }

    @Test
    void withoutAValidTokenNothingReachesAService() {
        given().get("/api/v1/customers/1")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", is("urn:saumaton:problem:unauthorised"));
        for (var token :
                new String[] {TestTokens.forged("jenni", "agent"), TestTokens.expired("jenni", "agent"), "nonsense"}) {
            given().auth().oauth2(token).get("/api/v1/customers/1").then().statusCode(401);
        }
        given().auth()
                .preemptive()
                .basic("jenni", "jenni")
                .get("/api/v1/queues")
                .then()
                .statusCode(401);
    }

    @Test
    void aPreflightNeedsNoToken() {
        given().header("Origin", "http://shop.test")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/customers/1")
                .then()
                .statusCode(200)
                .header("X-Seen-Method", "OPTIONS");
    }

    @Test
    void theDescriptionOfAServiceIsReachableWithoutToken() {
        given().get("/api/v1/openapi/customer").then().statusCode(200).body("uri", is("/q/openapi"));
        given().get("/api/v1/openapi/nonsense").then().statusCode(404);
    }

    @Test
    void whoAsksTooMuchWaitsAndNobodyElseDoes() {
        var greedy = TestTokens.client("greedy-" + System.nanoTime(), "customers:read");
        var first =
                given().auth().oauth2(greedy).get("/api/v1/customers/1").then().statusCode(200);
        first.header("RateLimit-Policy", is("\"caller\";q=2000;w=40"))
                .header("RateLimit", startsWith("\"caller\";r=1999;t="));

        var refused = IntStream.range(0, 5_000)
                .mapToObj(n -> given().auth().oauth2(greedy).get("/api/v1/customers/1"))
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        refused.then()
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", is("urn:saumaton:problem:too-many-requests"));
        given().auth().oauth2(jenni()).get("/api/v1/customers/1").then().statusCode(200);
    }

    @Test
    void ownResourcesAreLimitedTheSameWay() {
        given().auth()
                .oauth2(jenni())
                .get("/api/v1/conversations")
                .then()
                .statusCode(200)
                .header("RateLimit", notNullValue());
        given().get("/api/v1/conversations").then().statusCode(401);
    }
}
