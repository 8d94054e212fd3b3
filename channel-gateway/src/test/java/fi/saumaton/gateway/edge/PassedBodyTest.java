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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Bodies on their way through the door: streams in both directions, and an end to those that are too long. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = EdgePorts.class, scope = TestResourceScope.GLOBAL)
class PassedBodyTest {
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
}
