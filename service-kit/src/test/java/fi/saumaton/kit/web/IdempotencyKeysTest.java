/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import fi.saumaton.devstack.TestTokens;
import fi.saumaton.kit.sample.Kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@Kit
class IdempotencyKeysTest {

    @Test
    void sameRequestGetsTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        String reference =
                note("jenni", key, "hello").then().statusCode(200).extract().path("reference");
        note("jenni", key, "hello").then().statusCode(200).body("reference", equalTo(reference));
    }

    @Test
    void otherRequestWithTheSameKeyIsAProblem() {
        String key = UUID.randomUUID().toString();
        note("jenni", key, "hello").then().statusCode(200);
        note("jenni", key, "goodbye")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:idempotency-key-reused"));
    }

    @Test
    void keysOfOtherCallersAndNoKeyAreOtherRequests() {
        String key = UUID.randomUUID().toString();
        String reference =
                note("jenni", key, "hello").then().statusCode(200).extract().path("reference");
        note("sami", key, "hello").then().statusCode(200).body("reference", not(equalTo(reference)));
        String first =
                note("jenni", null, "hello").then().statusCode(200).extract().path("reference");
        note("jenni", null, "hello").then().statusCode(200).body("reference", not(equalTo(first)));
    }

    @Test
    void endlessKeyIsInvalid() {
        note("jenni", "k".repeat(256), "hello")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:invalid"));
    }

    @Test
    void concurrentTwinsHaveOneEffect() throws Exception {
        String key = UUID.randomUUID().toString();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<String> references = threads
                    .invokeAll(IntStream.range(0, 8)
                            .<java.util.concurrent.Callable<String>>mapToObj(i -> () -> note("jenni", key, "twins")
                                    .then()
                                    .statusCode(200)
                                    .extract()
                                    .path("reference"))
                            .toList())
                    .stream()
                    .map(IdempotencyKeysTest::get)
                    .distinct()
                    .toList();
            assertEquals(1, references.size(), references.toString());
        }
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response note(String person, String key, String text) {
        var request = given().auth()
                .oauth2(TestTokens.person(person, "agent"))
                .contentType(ContentType.JSON)
                .body("{\"text\":\"" + text + "\"}");
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/v1/counters/notes");
    }
}
