/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.ConfigProvider;
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
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The door in front of a real HTTP server that shows what reached it. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = EdgePorts.class, scope = TestResourceScope.GLOBAL)
class EdgeTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static Vertx vertx;

    @TestHTTPResource("/")
    URI gateway;

    /** Stands for the customer service; nothing stands for routing. */
    @BeforeAll
    static void startUpstream() throws Exception {
        vertx = Vertx.vertx();
        var address = URI.create(ConfigProvider.getConfig().getValue("saumaton.upstream.customer", String.class));
        vertx.createHttpServer()
                .requestHandler(EdgeTest::answer)
                .listen(address.getPort())
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stopUpstream() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/api/v1/customers/silent" -> request.response().headers();
            case "/api/v1/customers/dropped" -> request.connection().close();
            case "/api/v1/customers/size" -> size(request);
            case "/api/v1/customers/large" -> request.response().end("y".repeat(3_000_000));
            default ->
                request.body()
                        .onSuccess(body -> request.response()
                                .setStatusCode(request.path().endsWith("conflict") ? 409 : 200)
                                .putHeader("Content-Type", "application/json")
                                .putHeader("ETag", "\"7\"")
                                .putHeader("Server", "inner")
                                .putHeader("X-Seen-Method", request.method().name())
                                .end(seen(request, body.toString()).toBuffer()));
        }
    }

    private static JsonObject seen(HttpServerRequest request, String body) {
        var headers = new JsonObject();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
        return new JsonObject()
                .put("uri", request.uri())
                .put("headers", headers)
                .put("body", body);
    }

    private static void size(HttpServerRequest request) {
        var bytes = new long[1];
        request.handler(buffer -> bytes[0] += buffer.length());
        request.endHandler(end -> request.response().end(Long.toString(bytes[0])));
    }

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

    @Test
    void theTraceGoesOn() {
        given().auth()
                .oauth2(jenni())
                .header("traceparent", TRACE)
                .get("/api/v1/customers/1")
                .then()
                .statusCode(200)
                .body("headers.traceparent", startsWith("00-0af7651916cd43dd8448eb211c80319c-"));
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
    void bodiesOfUnknownLengthStreamThrough() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            assertEquals("900000", send(client, 900_000).body());
        }
    }

    @Test
    void aStreamOverTheLimitIsCutOff() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = send(client, 1_500_000);

            assertEquals(413, answer.statusCode());
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElse(""));
        }
    }

    private HttpResponse<String> send(HttpClient client, int bytes) throws Exception {
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
        var request = HttpRequest.newBuilder(gateway.resolve("/api/v1/customers/size"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + jenni())
                .POST(body)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Refused by its head alone; a client that went on to send the body would race with the closing of the line. */
    @Test
    void anAnnouncedBodyOverTheLimitIsRefused() throws Exception {
        try (var line = new Socket(gateway.getHost(), gateway.getPort())) {
            var head = "POST /api/v1/customers/size HTTP/1.1\r\nHost: " + gateway.getAuthority()
                    + "\r\nAuthorization: Bearer " + jenni() + "\r\nContent-Length: 1500000\r\n\r\n";
            line.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            line.setSoTimeout(10_000);
            var answer = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));

            assertEquals("HTTP/1.1 413 Request Entity Too Large", answer.readLine());
            assertTrue(answer.lines()
                    .takeWhile(header -> !header.isEmpty())
                    .anyMatch(header -> header.equalsIgnoreCase("content-type: application/problem+json")));
        }
    }

    @Test
    void largeAnswersStreamThrough() {
        var answer = given().auth()
                .oauth2(jenni())
                .get("/api/v1/customers/large")
                .then()
                .statusCode(200)
                .extract();

        assertEquals(3_000_000, answer.body().asString().length());
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

    @Test
    void answersTellBrowsersWhatTheyMayDo() {
        given().auth()
                .oauth2(jenni())
                .get("/api/v1/customers/1")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        given().get("/somewhere")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Content-Security-Policy", containsString("connect-src 'self' http://localhost:8180"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }
}
