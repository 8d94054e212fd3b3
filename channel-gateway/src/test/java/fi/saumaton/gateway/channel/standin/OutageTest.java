/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.standin;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ProviderStandIn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Delivery when a provider is away, silent or has limits. Time passes by moving every time in the database back. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class OutageTest {
    private final TestAgent jenni = TestAgent.someone();
    private ProviderStandIn provider;

    @BeforeEach
    void start() {
        Database.value("delete from delivery_pause where channel like 'standin:%'");
        Database.value("delete from delivery where channel like 'standin:%'"); // what others have left
        provider = ProviderStandIn.start(StandInCalls.port()).usually(request -> accepted());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private static ProviderStandIn.Behaviour accepted() {
        return ProviderStandIn.answer(200, "{\"id\":\"p-" + UUID.randomUUID() + "\"}");
    }

    private UUID conversation(String channel) {
        var user = "u-" + UUID.randomUUID();
        StandInCalls.item(channel, Map.of("type", "text", "id", "m-" + user, "from", user, "text", "Hello"))
                .send()
                .then()
                .statusCode(200);
        var id = (UUID) await().until(
                        () -> Database.value("select id from conversation where handle_value = ?", user),
                        Objects::nonNull);
        try (var desk = jenni.socket().fromNow()) {
            jenni.getsAssigned(id);
            desk.awaitEvent("conversation.assigned");
        }
        return id;
    }

    private String reply(UUID conversation, String text) {
        return jenni.replies(conversation, text)
                .then()
                .statusCode(202)
                .extract()
                .path("messageId");
    }

    private static void awaitStatus(String messageId, String status) {
        await().untilAsserted(() -> assertEquals(
                status,
                Database.value("select delivery_status from message where id = ?", UUID.fromString(messageId))));
    }

    private static void pass(Duration time, UUID... conversations) {
        for (var conversation : conversations) {
            Database.value("""
                    update delivery set created_at = created_at - cast(? as interval), deadline_at = deadline_at - cast(? as interval),
                        next_attempt_at = next_attempt_at - cast(? as interval) where conversation_id = ?
                    """, time.toString(), time.toString(), time.toString(), conversation);
        }
        Database.value(
                "update delivery_pause set until = until - cast(? as interval) where channel like 'standin:%'",
                time.toString());
    }

    @Test
    void afterAnOutageOfAnHourEverythingGoesOutInOrder() {
        var first = conversation("main");
        var second = conversation("main");
        provider.goAway();
        reply(first, "1a");
        reply(second, "2a");
        reply(first, "1b");
        var lastOfSecond = reply(second, "2b");
        var lastOfFirst = reply(first, "1c");
        await().until(() ->
                Database.count("select failures from delivery_pause where channel = 'standin:main' and recipient = ''")
                        >= 2);
        pass(Duration.ofHours(1), first, second);
        provider.comeBack();
        awaitStatus(lastOfFirst, "sent");
        awaitStatus(lastOfSecond, "sent");
        var texts = StandInCalls.texts(provider);
        assertEquals(
                List.of("1a", "1b", "1c"),
                texts.stream().filter(text -> text.startsWith("1")).toList());
        assertEquals(
                List.of("2a", "2b"),
                texts.stream().filter(text -> text.startsWith("2")).toList());
    }

    @Test
    void whatIsNoLongerWorthSendingFailsAndIsTold() {
        var conversation = conversation("main");
        provider.goAway();
        var id = reply(conversation, "Your saw is ready until four");
        await().until(() -> Database.count(
                        "select coalesce(max(attempts), 0) from delivery where conversation_id = ?", conversation)
                >= 1);
        pass(Duration.ofHours(2), conversation);
        awaitStatus(id, "failed");
        try (var events = new Broker("conversation.events")) {
            var changed = events.await(conversation, "fi.saumaton.conversation.delivery-changed.v1")
                    .data();
            assertEquals("failed", changed.path("status").asText());
            assertEquals("deadline-passed", changed.path("code").asText());
        }
        provider.comeBack();
        awaitStatus(reply(conversation, "Come tomorrow"), "sent");
        assertEquals(List.of("Come tomorrow"), StandInCalls.texts(provider));
    }

    @Test
    void aLookUpSettlesWhatWasInDoubt() {
        var conversation = conversation("main");
        provider.then(
                ProviderStandIn.breakOff(),
                ProviderStandIn.answer(503, ""),
                ProviderStandIn.answer(200, "{\"id\":\"p-found\"}"));
        var id = reply(conversation, "found");
        awaitStatus(id, "sent");
        assertEquals("p-found", Database.value("select provider_id from message where id = ?", UUID.fromString(id)));
        assertEquals(List.of("found"), StandInCalls.texts(provider));
    }

    @Test
    void whatTheProviderNeverGotIsSentAgain() {
        var conversation = conversation("main");
        provider.then(ProviderStandIn.breakOff(), ProviderStandIn.answer(404, ""));
        awaitStatus(reply(conversation, "lost"), "sent");
        assertEquals(List.of("lost", "lost"), StandInCalls.texts(provider));
    }

    @Test
    void theProvidersRateIsKeptAheadOfTime() {
        var conversations =
                IntStream.range(0, 6).mapToObj(n -> conversation("rated")).toList();
        long begin = System.nanoTime();
        var ids = conversations.stream().map(id -> reply(id, "evenly")).toList();
        ids.forEach(id -> awaitStatus(id, "sent"));
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertEquals(6, new HashSet<>(ids).size());
        assertEquals(6, StandInCalls.texts(provider).size());
        // A burst of two, then four more at five a second.
        assertTrue(seconds >= 0.75, () -> "all were sent within " + seconds + " s");
    }
}
