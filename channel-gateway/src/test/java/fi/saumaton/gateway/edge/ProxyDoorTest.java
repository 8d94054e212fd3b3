/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What passes through the door to a service and back. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = EdgePorts.class, scope = TestResourceScope.GLOBAL)
class ProxyDoorTest {
    private static CustomerServer customers;

    @BeforeAll
    static void startUpstream() throws Exception {
        customers = CustomerServer.start();
    }

    @AfterAll
    static void stopUpstream() throws Exception {
        customers.stop();
    }

    @TestHTTPResource("/")
    URI gateway;

    private static String jenni() {
        return TestTokens.person("jenni", "agent");
    }

    @Test
    void aRequestArrivesAsItWasWithTheCallersToken() {
        var token = jenni();
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", "\"6\"")
                .body("{\"a\":1}")
                .put("/api/v1/customers/1?x=a%20b&y=%C3%A4")
                .then()
                .statusCode(200)
                .header("ETag", "\"7\"")
                .header("X-Seen-Method", "PUT")
                .header("Server", nullValue())
                .body("uri", is("/api/v1/customers/1?x=a%20b&y=%C3%A4"))
                .body("body", is("{\"a\":1}"))
                .body("headers.authorization", is("Bearer " + token))
                .body("headers.if-match", is("\"6\""));
    }

    @Test
    void theServicesOwnRefusalComesThrough() {
        given().auth().oauth2(jenni()).get("/api/v1/customers/conflict").then().statusCode(409);
    }

    @Test
    void spoofableHeadersAreReplacedByOurs() {
        given().auth()
                .oauth2(jenni())
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Forwarded-User", "admin")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Real-IP", "10.0.0.1")
                .header("X-Saumaton-Roles", "admin")
                .header("X-Original-URL", "/admin")
                .header("Proxy-Authorization", "Basic x")
                .header("TE", "trailers")
                .get("/api/v1/issues/1")
                .then()
                .statusCode(200)
                .body("headers.x-forwarded-for", is("127.0.0.1"))
                .body("headers.x-forwarded-proto", is("http"))
                .body("headers.x-forwarded-host", is(gateway.getAuthority()))
                .body("headers.x-forwarded-prefix", nullValue())
                .body("headers.x-forwarded-user", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue())
                .body("headers.x-saumaton-roles", nullValue())
                .body("headers.x-original-url", nullValue())
                .body("headers.proxy-authorization", nullValue())
                .body("headers.te", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/customers/..%2f..%2fq/health",
                "/api/v1/customers/%2e%2e/%2e%2e/secret",
                "/api/v1/customers/../conversations/../customers/1"
            })
    void noPathLeadsOutOfItsPrefix(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(gateway + path.substring(1)))
                .header("Authorization", "Bearer " + jenni())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertTrue(
                    answer.statusCode() == 404
                            || new JsonObject(answer.body()).getString("uri").startsWith("/api/v1/customers/"),
                    answer.body());
        }
    }

    @Test
    void aServiceThatIsDownIsAProblemWithATime() {
        given().auth()
                .oauth2(jenni())
                .header("Accept-Language", "fi")
                .get("/api/v1/queues")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("type", is("urn:saumaton:problem:unavailable"))
                .body("instance", is("/api/v1/queues"))
                .body("toString()", not(containsString("Exception")))
                .body("toString()", not(containsString("127.0.0.1")));
    }

    @Test
    void aServiceThatIsSilentTimesOut() {
        given().auth()
                .oauth2(jenni())
                .get("/api/v1/customers/silent")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("type", is("urn:saumaton:problem:gateway-timeout"));
    }

    @Test
    void aServiceThatHangsUpIsAProblem() {
        given().auth()
                .oauth2(jenni())
                .get("/api/v1/customers/dropped")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
    }
}
