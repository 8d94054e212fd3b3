/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** Somebody in the chat: what the widget does, done through the same API. */
public final class Visitor implements AutoCloseable {

    private final Api api;
    private final JsonNode session;
    private final LiveSocket live;
    private final List<String> answers = new ArrayList<>();

    private Visitor(Api api, JsonNode session, LiveSocket live) {
        this.api = api;
        this.session = session;
        this.live = live;
        answers.add(session.toString());
    }

    /** Opens the chat without saying who they are. */
    public static Visitor anonymous(Doors doors) {
        return open(doors, null);
    }

    /** Opens the chat with the shop's word for who they are. */
    public static Visitor loggedIn(Doors doors, String shopToken) {
        return open(doors, shopToken);
    }

    /** Opens a session and nothing more: for loads that speak to the door themselves. */
    public static String tokenOfNewVisitor(Doors doors) {
        return Api.anonymous(doors.gateway())
                .post("/api/v1/chat/sessions", Map.of("channel", "webchat:shop"))
                .expect(200, 201)
                .path("visitorToken")
                .asText();
    }

    private static Visitor open(Doors doors, String shopToken) {
        var request = new HashMap<String, Object>(Map.of("channel", "webchat:shop"));
        if (shopToken != null) {
            request.put("shopToken", shopToken);
        }
        var session = Api.anonymous(doors.gateway())
                .post("/api/v1/chat/sessions", request)
                .expect(200, 201);
        var token = session.path("visitorToken").asText();
        var live = new LiveSocket(doors.gateway(), "/api/v1/chat/stream", () -> "visitor." + token).connect();
        return new Visitor(Api.as(doors.gateway(), () -> token), session, live);
    }

    /** Says something, as often as it takes to hear that it is kept, under one client message id. */
    public String say(String text) {
        var clientMessageId = UUID.randomUUID().toString();
        var answer = sayRaw(clientMessageId, text);
        answers.add(answer.expect(200).toString());
        return clientMessageId;
    }

    public Api.Answer sayRaw(String clientMessageId, String text) {
        return api.post("/api/v1/chat/messages", Map.of("clientMessageId", clientMessageId, "text", text));
    }

    /** Types an address into the widget's form. */
    public void claimEmail(String address) {
        answers.add(api.post("/api/v1/chat/claims", Map.of("email", address))
                .expect(200, 202, 204)
                .toString());
    }

    /** Waits for an answer with this text in it. */
    public JsonNode awaitAnswer(String text) {
        return live.await(
                "message.sent",
                event -> event.path("message").path("text").asText().contains(text));
    }

    /** Waits until one's own message is kept, and answers the conversation's id. */
    public String awaitStored(String text) {
        return live.await(
                        "message.received",
                        event -> event.path("message").path("text").asText().contains(text))
                .path("conversationId")
                .asText();
    }

    /** The visitor's own conversation as the widget shows it after a reload. */
    public JsonNode history() {
        var answer = api.get("/api/v1/chat/messages").expect(200);
        answers.add(answer.toString());
        return answer.path("items");
    }

    public boolean authenticated() {
        return session.path("authenticated").asBoolean();
    }

    public Api api() {
        return api;
    }

    public LiveSocket live() {
        return live;
    }

    /** All that this browser has ever got from the platform, bodies and frames. */
    public List<String> everythingReceived() {
        var everything = new ArrayList<>(answers);
        everything.addAll(live.frames());
        return everything;
    }

    @Override
    public void close() {
        live.close();
    }
}
