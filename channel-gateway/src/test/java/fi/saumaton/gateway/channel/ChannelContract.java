/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.Socket;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.channel.Capabilities.Resend;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What every channel that providers call keeps, whoever is behind it. A channel's test extends this class, is a {@code @QuarkusTest} with the usual
 * resources, and says how its provider speaks; see docs/channels.md.
 */
public abstract class ChannelContract {
    @Inject
    Channels channels;

    @Inject
    MeterRegistry metrics;

    private final TestAgent jenni = TestAgent.someone();
    protected String user;
    protected ProviderStandIn provider;
    private Socket desk;

    /** The channel's name, such as {@code standin:main}; its base address points to {@link #providerPort()}. */
    protected abstract String channelName();

    protected abstract int providerPort();

    /** An id of a customer as the provider would make it; another at every call. */
    protected String newUser() {
        return "u-" + UUID.randomUUID();
    }

    /** Another id of a message as the provider would make it. */
    protected String newId() {
        return "m-" + UUID.randomUUID();
    }

    /** What the customer's handle is stored as. */
    protected String handleOf(String id) {
        return id;
    }

    /** What the provider calls with when the customer writes. */
    protected abstract HookCall message(String id, String from, String text);

    /** Rightly signed, valid, and of a kind that nobody knows; with the customer as its sender where the provider names one. */
    protected abstract HookCall unknown(String id, String from);

    /** The header that holds the signature. */
    protected abstract String signatureHeader();

    /** The same call, changed by somebody who has not the secret. */
    protected HookCall forged(HookCall call) {
        var body = new byte[call.body().length + 1];
        System.arraycopy(call.body(), 0, body, 0, call.body().length);
        body[body.length - 1] = ' ';
        return call.withBody(body);
    }

    /** News of one of our messages; null where the provider has no such receipt. */
    protected abstract HookCall receipt(String providerMessageId, Receipt.Status status);

    /** The provider takes a message and gives it this id; where the id is ours it ignores the one given. */
    protected abstract ProviderStandIn.Behaviour accepts(String providerMessageId);

    /** The provider refuses a message for good. */
    protected abstract ProviderStandIn.Behaviour refuses();

    /** The provider is over its limit, for a second. */
    protected ProviderStandIn.Behaviour busy() {
        return ProviderStandIn.answer(429, "{}").with("Retry-After", "1");
    }

    /** The text that a request to the provider carries; null for a request that carries none. */
    protected abstract String textOf(ProviderStandIn.Request request);

    @BeforeEach
    void startProvider() {
        user = newUser();
        provider = ProviderStandIn.start(providerPort()).usually(request -> accepts(newId()));
        Database.value("delete from delivery_pause where channel = ?", channelName());
        Database.value("delete from delivery where channel = ?", channelName()); // what others have left
    }

    @AfterEach
    void stopProvider() {
        if (desk != null) {
            desk.close();
        }
        provider.close();
    }

    private long stored() {
        return Database.count("""
                select count(*) from message m join conversation c on c.id = m.conversation_id
                where c.channel = ? and c.handle_value = ? and m.direction = 'in'
                """, channelName(), handleOf(user));
    }

    private void awaitStored(long count) {
        await().untilAsserted(() -> assertEquals(count, stored()));
    }

    private double refusals(String reason) {
        var kind = channelName().substring(0, channelName().indexOf(':'));
        return metrics.counter("saumaton.hook.refused", "kind", kind, "reason", reason)
                .count();
    }

    /** The customer has written, and Jenni has the conversation. */
    private UUID conversation() {
        message(newId(), user, "Hello").send().then().statusCode(200);
        var id = (UUID) await().until(
                        () -> Database.value(
                                "select id from conversation where channel = ? and handle_value = ?",
                                channelName(),
                                handleOf(user)),
                        Objects::nonNull);
        desk = jenni.socket().fromNow();
        jenni.getsAssigned(id);
        desk.awaitEvent("conversation.assigned");
        return id;
    }

    private String reply(UUID conversation, String text) {
        return jenni.replies(conversation, text)
                .then()
                .statusCode(202)
                .extract()
                .path("messageId");
    }

    private String status(String messageId) {
        return (String) Database.value("select delivery_status from message where id = ?", UUID.fromString(messageId));
    }

    private void awaitStatus(String messageId, String status) {
        await().untilAsserted(() -> assertEquals(status, status(messageId)));
    }

    private String providerId(String messageId) {
        return (String) Database.value("select provider_id from message where id = ?", UUID.fromString(messageId));
    }

    private List<String> sentTexts() {
        return provider.requests().stream()
                .map(this::textOf)
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean mayResend() {
        return channels.require(channelName()).capabilities().resend() == Resend.SAME_ID;
    }

    @Test
    void aMessageIsStoredOnceHoweverOftenItComes() {
        var call = message(newId(), user, "Does the saw need special oil?");
        for (int i = 0; i < 3; i++) {
            call.send().then().statusCode(200);
        }
        message(newId(), user, "Once more").send().then().statusCode(200);
        awaitStored(2);
        assertEquals(
                1,
                Database.count(
                        "select count(*) from conversation where channel = ? and handle_value = ?",
                        channelName(),
                        handleOf(user)));
    }

    @Test
    void withoutARightSignatureNothingIsStored() {
        double wrong = refusals("wrong");
        double missing = refusals("missing");
        var call = message(newId(), user, "Let me in");
        forged(call).send().then().statusCode(401).body("type", equalTo("urn:saumaton:problem:unauthorised"));
        call.without(signatureHeader()).send().then().statusCode(401);
        message(newId(), user, "The real one").send().then().statusCode(200);
        awaitStored(1);
        assertEquals(2, refusals("wrong") + refusals("missing") - wrong - missing);
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        int largest = ((HookChannel) channels.require(channelName())).largestBody();
        message(newId(), user, "Hello")
                .withBody(new byte[largest + 1])
                .send()
                .then()
                .statusCode(413);
        assertEquals(0, stored());
    }

    @Test
    void whatNobodyKnowsIsAcknowledgedAndKept() {
        long before = Database.count("select count(*) from unsupported_record where channel = ?", channelName());
        unknown(newId(), user).send().then().statusCode(200);
        await().untilAsserted(() -> assertTrue(
                Database.count("select count(*) from unsupported_record where channel = ?", channelName()) > before
                        || Database.count(
                                        "select count(*) from message m join conversation c on c.id = m.conversation_id"
                                                + " where c.channel = ? and c.handle_value = ? and m.kind = 'unsupported'",
                                        channelName(),
                                        handleOf(user))
                                == 1));
    }

    @Test
    void anAnswerGoesOutAndTheProvidersIdIsKept() {
        var id = reply(conversation(), "Good morning");
        awaitStatus(id, "sent");
        assertEquals(List.of("Good morning"), sentTexts());
        assertTrue(!providerId(id).isBlank());
    }

    @Test
    void receiptsCountInAnyOrder() {
        var id = reply(conversation(), "Good morning");
        awaitStatus(id, "sent");
        var read = receipt(providerId(id), Receipt.Status.READ);
        var delivered = receipt(providerId(id), Receipt.Status.DELIVERED);
        assumeTrue(read != null && delivered != null, "the provider has no such receipts");
        read.send().then().statusCode(200);
        awaitStatus(id, "read");
        delivered.send().then().statusCode(200);
        delivered.send().then().statusCode(200);
        message(newId(), user, "Thank you").send().then().statusCode(200);
        awaitStored(2);
        assertEquals("read", status(id));
    }

    @Test
    void aReceiptThatOvertakesTheAnswerToTheSendIsApplied() {
        var conversation = conversation();
        var providerId = newId();
        var delivered = receipt(providerId, Receipt.Status.DELIVERED);
        assumeTrue(delivered != null && !mayResend(), "the provider has no receipts, or the id is ours");
        provider.then(ProviderStandIn.slow(Duration.ofMillis(600), accepts(providerId)));
        var id = reply(conversation, "Good morning");
        await().until(() -> !sentTexts().isEmpty());
        delivered.send().then().statusCode(200);
        awaitStatus(id, "delivered");
        assertEquals(providerId, providerId(id));
    }

    @Test
    void aProviderThatIsAwayGetsEverythingInOrderWhenItIsBack() {
        var conversation = conversation();
        provider.goAway();
        var one = reply(conversation, "one");
        var two = reply(conversation, "two");
        await().until(() ->
                Database.count("select attempts from delivery where message_id = ?", UUID.fromString(one)) >= 2);
        assertEquals("accepted", status(one));
        provider.comeBack();
        awaitStatus(two, "sent");
        assertEquals(List.of("one", "two"), sentTexts());
    }

    @Test
    void aProviderOverItsLimitIsLeftInPeaceForAsLongAsItSays() {
        var conversation = conversation();
        provider.then(busy());
        var one = reply(conversation, "one");
        var two = reply(conversation, "two");
        awaitStatus(two, "sent");
        awaitStatus(one, "sent");
        assertEquals(List.of("one", "one", "two"), sentTexts());
    }

    @Test
    void aRefusalIsToldToTheAgentWithItsReason() {
        var conversation = conversation();
        provider.then(refuses());
        var id = reply(conversation, "to nobody");
        var told = await().until(() -> told(id), Objects::nonNull);
        assertEquals("failed", told.path("status").asText());
        assertTrue(!told.path("reason").asText().isBlank());
        assertEquals(List.of("to nobody"), sentTexts());
    }

    private JsonNode told(String messageId) {
        return desk.events("delivery.changed").stream()
                .map(event -> event.path("data"))
                .filter(data -> data.path("messageId").asText().equals(messageId))
                .findFirst()
                .orElse(null);
    }

    @Test
    void anAttemptWithoutAnOutcomeIsRepeatedOnlyWhereTheReceiverCanTell() {
        var conversation = conversation();
        provider.then(ProviderStandIn.breakOff());
        var id = reply(conversation, "perhaps");
        if (mayResend()) {
            awaitStatus(id, "sent");
            assertEquals(List.of("perhaps", "perhaps"), sentTexts());
        } else {
            awaitStatus(id, "uncertain");
            var next = reply(conversation, "and another");
            awaitStatus(next, "sent");
            assertEquals(1, sentTexts().stream().filter("perhaps"::equals).count());
        }
    }
}
