/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.restassured.response.Response;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.TestTokens;

/** Who is who through the REST interface, with handles that no other test has. */
final class Linking {
    private final String mark = UUID.randomUUID().toString().substring(0, 13);

    static String supervisor() {
        return TestTokens.person("supervisor", "supervisor");
    }

    Handle email(String name) {
        return new Handle(Handle.EMAIL, name + "-" + mark + "@example.test");
    }

    /** A Finnish mobile number. */
    Handle phone() {
        return new Handle(Handle.PHONE, "+35840" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000));
    }

    Handle number(String name) {
        return new Handle(Handle.CUSTOMER_NUMBER, name + "-" + mark);
    }

    Handle handle(String kind, String name) {
        return kind.equals(Handle.EMAIL) ? email(name) : new Handle(kind, name + "-" + mark);
    }

    static Map<String, String> json(Handle handle) {
        return Map.of("kind", handle.kind(), "value", handle.value());
    }

    /** An order that names the handles, and the customer it went to. */
    UUID order(Handle... handles) {
        return order(Instant.parse("2026-11-18T12:00:00Z"), handles);
    }

    UUID order(Instant at, Handle... handles) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("system", "shop");
        body.put("externalId", UUID.randomUUID().toString());
        body.put("kind", "purchase");
        body.put("occurredAt", at.toString());
        body.put("title", "Chainsaw CS-50");
        body.put(
                "customer",
                Map.of("handles", Arrays.stream(handles).map(Linking::json).toList()));
        return Api.push(body).then().statusCode(201).extract().jsonPath().getUUID("customerId");
    }

    static UUID owner(Handle handle) {
        String id = Api.as(Api.jenni())
                .queryParam("handle", handle.kind() + ":" + handle.value())
                .get("/api/v1/customers")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]?.customerId");
        return id == null ? null : UUID.fromString(id);
    }

    static Response post(String path, Object body) {
        return Api.as(supervisor()).body(body).post("/api/v1" + path);
    }

    static Response link(UUID customer, Handle handle, boolean override) {
        return post(
                "/customers/" + customer + "/links",
                Map.of("handle", json(handle), "reason", "Said so on the phone", "override", override));
    }

    static UUID linked(UUID customer, Handle handle, boolean override) {
        return link(customer, handle, override)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getUUID("linkId");
    }

    static Response revoke(UUID link) {
        return post("/links/" + link + "/revocation", Map.of("reason", "A mistake"));
    }

    static Response differ(Handle one, Handle other) {
        return post("/differences", Map.of("one", json(one), "other", json(other), "reason", "Father and son"));
    }

    static Response part(UUID customer, boolean different, Handle... handles) {
        return post(
                "/customers/" + customer + "/partings",
                Map.of(
                        "handles",
                        Arrays.stream(handles).map(Linking::json).toList(),
                        "reason",
                        "Somebody else's",
                        "different",
                        different));
    }

    /** The given handles by customer; those that nobody has are left out. */
    static Set<Set<Handle>> people(List<Handle> handles) {
        Map<UUID, Set<Handle>> people = new HashMap<>();
        for (var handle : handles) {
            var owner = owner(handle);
            if (owner != null) {
                people.computeIfAbsent(owner, any -> new HashSet<>()).add(handle);
            }
        }
        return new HashSet<>(people.values());
    }
}
