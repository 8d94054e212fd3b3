/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

/** A company moves in with files. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class FileImportTest {
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private String file(String content, int part) {
        String id = Api.as(Imports.admin())
                .body(Map.of("name", "old.csv"))
                .post(Imports.PATH + "/files")
                .then()
                .statusCode(201)
                .extract()
                .path("fileId");
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += part) {
            append(id, from, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + part)))
                    .then()
                    .statusCode(200);
        }
        return id;
    }

    private static Response append(String id, long start, byte[] part) {
        return Api.as(Imports.admin())
                .contentType("application/octet-stream")
                .queryParam("start", start)
                .body(part)
                .put(Imports.PATH + "/files/" + id + "/content");
    }

    private Map<String, Object> request(String system, String fileId, String... what) {
        var request = Imports.request(system, "old-" + run, false);
        request.put("fileId", fileId);
        request.put("what", List.of(what));
        return request;
    }

    @Test
    void rowsOfACsvFileBecomeCustomersHoweverItIsCutIntoParts() {
        var rows = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> i + ";\"Mäkinen; Mikko\";mikko" + i + "-" + run + "@example.test;2019-05-02")
                .collect(Collectors.joining("\r\n"));
        var request = request("csv", file("\uFEFFid;name;Sähköposti;created at\r\n" + rows, 1_000), "contacts");
        request.put("columns", Map.of("email", "sähköposti"));

        var job = Imports.run(request);

        assertEquals(Map.of("created", 250), job.getMap("outcomes.contact"));
        var customer = Api.customerOf("mikko250-" + run + "@example.test");
        assertEquals("Mäkinen; Mikko", Api.glance(customer).getString("displayName"));
        assertEquals(Map.of("unchanged", 250), Imports.run(request).getMap("outcomes.contact"));
    }

    @Test
    void whatIsNoRecordIsRefusedWithItsLine() {
        var lines = String.join(
                "\n",
                "{\"type\": \"contact\", \"id\": \"1\", \"emails\": [\"mikko-%s@example.test\", \"no address\"]}"
                        .formatted(run),
                "{\"type\": \"contact\"}",
                "{\"type\": ",
                "{\"type\": \"ticket\", \"id\": \"11\", \"contactId\": \"1\", \"subject\": \"Saha\", \"state\": \"open\", "
                        + "\"createdAt\": \"2026-11-20T10:00:00Z\", \"messages\": [{\"at\": \"2026-11-20T10:00:00Z\", "
                        + "\"from\": \"customer\", \"text\": \"Ei käy\"}]}",
                "{\"type\": \"ticket\", \"id\": \"12\", \"contactId\": \"2\"}");

        var job = Imports.run(request("json-lines", file(lines, 100_000), "contacts", "tickets"));

        assertEquals(Map.of("created", 1), job.getMap("outcomes.contact"));
        assertEquals(Map.of("created", 1, "refused", 1), job.getMap("outcomes.ticket"));
        var findings = Imports.findings(job.getString("importId"));
        assertEquals(List.of("line 2", "line 3"), findings.getList("items.findAll { it.kind == 'record' }.externalId"));
        assertEquals(List.of("no-id", "not-json"), findings.getList("items.findAll { it.kind == 'record' }.reason"));
        assertEquals("left-out: email", findings.getString("items.find { it.externalId == '1' }.reason"));
        var customer = Api.customerOf("mikko-" + run + "@example.test");
        assertNotNull(customer);
        assertEquals(List.of("Saha"), Api.glance(customer).getList("openIssues.title"));
    }

    @Test
    void anUploadThatBrokeOffGoesOn() {
        var id = file("id,name\n1,Mikko\n", 10);

        append(id, 0, "id,name\n1,".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("size", equalTo(16));
        append(id, 20, new byte[] {'x'}).then().statusCode(409).body("size", equalTo(16));
        append(UUID.randomUUID().toString(), 0, new byte[] {'x'}).then().statusCode(404);
        Api.as(Imports.admin())
                .get(Imports.PATH + "/files/" + id)
                .then()
                .statusCode(200)
                .body("size", equalTo(16));
        Api.as(Imports.admin()).delete(Imports.PATH + "/files/" + id).then().statusCode(204);
        Api.as(Imports.admin()).get(Imports.PATH + "/files/" + id).then().statusCode(404);
    }

    @Test
    void aFileWithoutAnIdSaysSo() {
        var job = Imports.until("failed", Imports.begin(request("csv", file("name\nMikko\n", 100), "contacts")));

        assertEquals("The header names no id: say which column it is.", job.getString("trouble"));
    }
}
