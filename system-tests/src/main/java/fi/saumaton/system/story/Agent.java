/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

/** An agent at work: what the desk does, done through the same API. */
public final class Agent implements AutoCloseable {

    private final String username;
    private final Supplier<String> token;
    private final Api api;
    private final LiveSocket live;

    private Agent(String username, Supplier<String> token, Api api, LiveSocket live) {
        this.username = username;
        this.token = token;
        this.api = api;
        this.live = live;
    }

    /** Signs in and opens the live connection; presence stays as it was. */
    public static Agent signIn(Doors doors, String username) {
        Supplier<String> token = new SignIn(doors.issuer()).person(username);
        var api = Api.as(doors.gateway(), token);
        api.get("/api/v1/agents/me").expect(200);
        var live = new LiveSocket(doors.gateway(), "/api/v1/stream", () -> "bearer." + token.get()).connect();
        return new Agent(username, token, api, live);
    }

    /** Takes work from now on; the lease is renewed at each of the server's pings, as the desk does. */
    public Agent available() {
        setPresence("available");
        live.onPing(() -> setPresence("available"));
        return this;
    }

    /** Goes home: no new work. */
    public Agent offDuty() {
        live.onPing(() -> {});
        setPresence("offline");
        return this;
    }

    private void setPresence(String status) {
        api.put("/api/v1/agents/me/presence", Map.of("status", status)).expect(200);
    }

    /** Waits for the offer of a conversation: {@code {offerId, conversationId, expiresAt, …}}. */
    public JsonNode awaitOffer(String conversationId) {
        return live.await(
                "offer.made",
                offer -> conversationId.equals(offer.path("conversationId").asText()));
    }

    /** Waits for any offer whose preview or subject has this text in it. */
    public JsonNode awaitOfferAbout(String text) {
        return live.await(
                "offer.made",
                offer -> (offer.path("subject").asText() + offer.path("preview").asText()).contains(text));
    }

    /** Accepts, and waits until the whole conversation has come to the desk: {@code {conversation, messages}}. */
    public JsonNode accept(JsonNode offer) {
        var conversationId = offer.path("conversationId").asText();
        acceptRaw(offer).expect(200);
        return live.await(
                "conversation.assigned",
                assigned -> conversationId.equals(
                        assigned.path("conversation").path("conversationId").asText()));
    }

    public Api.Answer acceptRaw(JsonNode offer) {
        return api.post("/api/v1/offers/" + offer.path("offerId").asText() + "/acceptance", Map.of());
    }

    public void decline(JsonNode offer, String reason) {
        api.post("/api/v1/offers/" + offer.path("offerId").asText() + "/refusal", Map.of("reason", reason))
                .expect(200, 204);
    }

    /** Answers the customer. */
    public JsonNode reply(String conversationId, String text) {
        return replyRaw(conversationId, text, UUID.randomUUID().toString()).expect(200, 201, 202);
    }

    /** As {@link #reply} under a given idempotency key, whatever the answer. */
    public Api.Answer replyRaw(String conversationId, String text, String idempotencyKey) {
        return api.post(
                "/api/v1/conversations/" + conversationId + "/messages",
                Map.of("text", text),
                "Idempotency-Key",
                idempotencyKey);
    }

    public JsonNode conversation(String conversationId) {
        return api.get("/api/v1/conversations/" + conversationId).expect(200);
    }

    public JsonNode messages(String conversationId) {
        return api.get("/api/v1/conversations/" + conversationId + "/messages?limit=200")
                .expect(200)
                .path("items");
    }

    /** The customer at one glance. */
    public JsonNode glance(String customerId) {
        return api.get("/api/v1/customers/" + customerId).expect(200);
    }

    public JsonNode resolve(String issueId, String resolution) {
        return api.post("/api/v1/issues/" + issueId + "/resolution", Map.of("resolution", resolution))
                .expect(200);
    }

    public void close(String conversationId) {
        api.post("/api/v1/conversations/" + conversationId + "/closure", Map.of("reason", "resolved"))
                .expect(200, 202, 204);
    }

    /** The same person, calling another address: an instance that is reached without the gateway. */
    public Agent at(String address) {
        return new Agent(username, token, Api.as(URI.create(address), token), live);
    }

    public String username() {
        return username;
    }

    public Api api() {
        return api;
    }

    public LiveSocket live() {
        return live;
    }

    @Override
    public void close() {
        live.close();
    }
}
