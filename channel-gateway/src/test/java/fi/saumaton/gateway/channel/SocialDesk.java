/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.net.URI;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.Socket;
import fi.saumaton.gateway.TestAgent;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Jenni's desk in a test of a provider's channel: she gets the customer's conversation, answers, and is told what became of it. */
public final class SocialDesk implements AutoCloseable {
    private final TestAgent jenni = TestAgent.someone();
    private final UUID conversation;
    private final Socket socket;

    /** Waits for the conversation of a handle, and takes it. */
    public SocialDesk(String channel, String handle) {
        conversation = (UUID) await().until(
                        () -> Database.value(
                                "select id from conversation where channel = ? and handle_value = ?", channel, handle),
                        found -> found != null);
        socket = jenni.socket().fromNow();
        jenni.getsAssigned(conversation);
        socket.awaitEvent("conversation.assigned");
    }

    /** A stand-in where a channel looks for its provider. */
    public static ProviderStandIn provider(String baseUrlProperty) {
        return ProviderStandIn.start(port(baseUrlProperty));
    }

    public static int port(String baseUrlProperty) {
        return ConfigProvider.getConfig().getValue(baseUrlProperty, URI.class).getPort();
    }

    public UUID conversation() {
        return conversation;
    }

    public TestAgent agent() {
        return jenni;
    }

    /** The message's id. */
    public String answers(String text) {
        return jenni.replies(conversation, text)
                .then()
                .statusCode(202)
                .body("delivery.status", equalTo("accepted"))
                .extract()
                .path("messageId");
    }

    /** What the desk was told of it first. */
    public JsonNode outcome(String messageId) {
        return await().until(
                        () -> socket.events("delivery.changed").stream()
                                .map(event -> event.path("data"))
                                .filter(data -> data.path("messageId").asText().equals(messageId))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    /** Of the conversation's customer, waited for. */
    public long messages(int atLeast) {
        return await().until(
                        () -> Database.count(
                                "select count(*) from message where conversation_id = ? and direction = 'in'",
                                conversation),
                        count -> count >= atLeast);
    }

    @Override
    public void close() {
        socket.close();
    }
}
