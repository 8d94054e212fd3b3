/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.devstack.Platform;
import fi.saumaton.system.RunningPlatform;
import fi.saumaton.system.story.Desks;
import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.LiveSocket;
import fi.saumaton.system.story.SignIn;
import fi.saumaton.system.story.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** A second gateway joins while people chat, shares the work, and is stopped in good order. */
class GatewayReplicaTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String GATEWAY = "channel-gateway";
    private static final int SERVICE_RESTART = 1012;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Platform platform = RunningPlatform.get();
    private final Doors first = RunningPlatform.doors();

    @Test
    void nothingIsLostMixedUpOrShownTwiceWhenAReplicaJoinsAndGoes() throws Exception {
        var deadBefore = DeadLetters.count(platform.kafka());
        Desks.giveRoomFor(first, 10_000, "jenni", "sami");
        try (var doorway = Doorway.to(platform.url(GATEWAY));
                var jenni = new TirelessAgent(first, "jenni");
                var chatters = new Chatters().come(8, first)) {
            awaitMore(chatters, 100);

            var second = platform.replica(GATEWAY);
            doorway.leadTo(platform.url(second));
            var throughDoorway = first.through(doorway.address());
            try (var sami = new TirelessAgent(throughDoorway, "sami")) {
                Awaitility.await("both to share the partitions")
                        .atMost(PATIENCE)
                        .until(() -> replicas() == 2);
                chatters.come(8, throughDoorway);
                awaitMore(chatters, 200);

                var ends = List.of(
                        endOf(
                                second,
                                "/api/v1/stream",
                                "bearer."
                                        + new SignIn(first.issuer())
                                                .person("sami")
                                                .get()),
                        endOf(second, "/api/v1/chat/stream", "visitor." + Visitor.tokenOfNewVisitor(first)));
                var stopped = CompletableFuture.runAsync(() -> platform.stop(second));
                for (var end : ends) {
                    assertThat(end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(SERVICE_RESTART);
                }
                doorway.leadTo(platform.url(GATEWAY));
                stopped.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                awaitMore(chatters, 200);

                var chats = chatters.fallSilent();
                chats.forEach(GatewayReplicaTest::everyMessageIsStoredAndShownOnceInOrder);
                everyMessageCameToADesk(chats, jenni, sami);
                assertThat(holes(jenni.agent().live())).isEmpty();
                assertThat(holes(sami.agent().live())).isEmpty();
                assertThat(replicas()).isEqualTo(1);
            }
        }
        assertThat(DeadLetters.count(platform.kafka())).isEqualTo(deadBefore);
    }

    private static void awaitMore(Chatters chatters, int messages) {
        int enough = chatters.accepted() + messages;
        Awaitility.await("messages to be accepted").atMost(PATIENCE).until(() -> chatters.accepted() >= enough);
    }

    /** How many gateways share the partitions of what comes in. */
    private int replicas() throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", platform.kafka()))) {
            var group = GATEWAY + ".ingress";
            return (int) admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .map(member -> member.consumerId())
                    .distinct()
                    .count();
        }
    }

    /** The code with which the socket is closed; -1 when the line just breaks. */
    private CompletableFuture<Integer> endOf(String gateway, String path, String credential) {
        var end = new CompletableFuture<Integer>();
        CLIENT.newWebSocketBuilder()
                .subprotocols("saumaton.v1", credential)
                .buildAsync(
                        URI.create(platform.url(gateway).replaceFirst("^http", "ws") + path), new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                                end.complete(status);
                                return null;
                            }

                            @Override
                            public void onError(WebSocket socket, Throwable broken) {
                                end.complete(-1);
                            }
                        })
                .join();
        return end;
    }

    private static void everyMessageIsStoredAndShownOnceInOrder(Chatters.Chat chat) {
        Awaitility.await("the whole chat").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(texts(incoming(history(chat.visitor())))).containsExactlyElementsOf(chat.said());
            assertThat(texts(chat.visitor().live().events().stream()
                            .filter(event ->
                                    "message.received".equals(event.path("kind").asText()))
                            .map(event -> event.path("data").path("message"))))
                    .containsExactlyElementsOf(chat.said());
        });
        assertThat(holes(chat.visitor().live())).isEmpty();
    }

    /** The visitor's own conversation, all its pages. */
    private static List<JsonNode> history(Visitor visitor) {
        var messages = new ArrayList<JsonNode>();
        for (var next = ""; next != null; ) {
            var page = visitor.api()
                    .get("/api/v1/chat/messages?limit=500" + (next.isEmpty() ? "" : "&after=" + next))
                    .expect(200);
            page.path("items").forEach(messages::add);
            next = page.path("next").asText(null);
        }
        return messages;
    }

    private static void everyMessageCameToADesk(List<Chatters.Chat> chats, TirelessAgent... agents) {
        var ids = chats.stream()
                .flatMap(chat -> incoming(history(chat.visitor())))
                .map(message -> message.path("messageId").asText())
                .toList();
        Awaitility.await("every message at a desk").atMost(PATIENCE).untilAsserted(() -> {
            var seen = Stream.of(agents)
                    .flatMap(agent -> agent.seenMessages().stream())
                    .toList();
            assertThat(seen).hasSameSizeAs(new HashSet<>(seen));
            assertThat(seen).containsAll(ids);
        });
    }

    /** Sequences that never came, although later ones did. */
    private static List<Long> holes(LiveSocket live) {
        var came = live.events().stream()
                .map(event -> event.path("sequence").asLong())
                .toList();
        return came.isEmpty()
                ? List.of()
                : LongStream.rangeClosed(came.getFirst(), came.getLast())
                        .boxed()
                        .filter(sequence -> !came.contains(sequence))
                        .toList();
    }

    private static Stream<JsonNode> incoming(List<JsonNode> messages) {
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> "in".equals(message.path("direction").asText()));
    }

    private static List<String> texts(Stream<JsonNode> messages) {
        return messages.map(message -> message.path("text").asText()).toList();
    }
}
