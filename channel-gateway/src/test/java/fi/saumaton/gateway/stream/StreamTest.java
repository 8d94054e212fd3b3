/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a recipient gets: everything, in order, once, over however many sockets. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class StreamTest {
    @Inject
    Sockets sockets;

    private TestVisitor visitor;

    @BeforeEach
    void come() {
        visitor = TestVisitor.anonymous();
    }

    private static List<Long> sequences(List<JsonNode> events) {
        return events.stream().map(event -> event.path("sequence").asLong()).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void whoComesBackGetsWhatWasMissed() {
        try (var first = visitor.socket().fromNow()) {
            assertEquals("saumaton.v1", first.subprotocol());
            visitor.says("one");
            visitor.says("two");
            first.awaitEvent("message.received", 2);
            assertEquals(upTo(2), sequences(first.events()));
        }
        visitor.says("three");
        visitor.says("four");
        await().untilAsserted(() -> assertEquals(4, last("visitor:" + visitor.id())));
        try (var second = visitor.socket()) {
            assertEquals(4, second.hello().path("sequence").asLong());
            assertTrue(second.events().isEmpty(), "nothing before resume");
            second.resume(2);
            visitor.says("five");
            second.awaitEvent("message.received", 3);
            assertEquals(List.of(3L, 4L, 5L), sequences(second.events()));
            second.resume(0);
            second.awaitEvent("message.received", 8);
            assertEquals(upTo(5), sequences(second.events().subList(3, 8)));
        }
    }

    private static long last(String recipient) {
        var value = Database.value("select last_sequence from recipient where id = ?", recipient);
        return value == null ? 0 : (Long) value;
    }

    @Test
    void twoWindowsOfOnePersonBothGetEverything() {
        try (var first = visitor.socket().fromNow();
                var second = visitor.socket().fromNow()) {
            for (int i = 0; i < 10; i++) {
                visitor.says("message " + i);
            }
            first.awaitEvent("message.received", 10);
            second.awaitEvent("message.received", 10);
            assertEquals(upTo(10), sequences(first.events()));
            assertEquals(upTo(10), sequences(second.events()));
        }
    }

    @Test
    void aPositionThatIsNoLongerThereMeansRefetch() {
        visitor.says("one");
        visitor.says("two");
        var recipient = "visitor:" + visitor.id();
        await().untilAsserted(() -> assertEquals(2, last(recipient)));
        Database.value("delete from stream_event where recipient = ? and sequence = 1", recipient);
        try (var socket = visitor.socket()) {
            socket.hello();
            socket.resume(0);
            assertEquals(2, socket.await("refetch").path("sequence").asLong());
            visitor.says("three");
            socket.awaitEvent("message.received");
            assertEquals(List.of(3L), sequences(socket.events()));
        }
        try (var fromElsewhere = visitor.socket()) {
            fromElsewhere.hello();
            fromElsewhere.resume(1000);
            assertEquals(3, fromElsewhere.await("refetch").path("sequence").asLong());
        }
    }

    @Test
    void nobodySeesWhatIsAnothers() {
        var other = TestVisitor.anonymous();
        try (var mine = visitor.socket().fromNow();
                var others = other.socket().fromNow()) {
            visitor.says("only mine");
            mine.awaitEvent("message.received");
            other.says("only theirs");
            others.awaitEvent("message.received");
            assertEquals(1, mine.events().size());
            assertEquals(1, others.events().size());
            assertEquals(
                    "only theirs",
                    others.events()
                            .getFirst()
                            .path("data")
                            .path("message")
                            .path("text")
                            .asText());
        }
        other.get("/api/v1/chat/messages").then().statusCode(200).body("items.text", equalTo(List.of("only theirs")));
    }

    @Test
    void anotherReplicasCommitWakesTheSocketHere() {
        visitor.says("one");
        var recipient = "visitor:" + visitor.id();
        await().untilAsserted(() -> assertEquals(1, last(recipient)));
        try (var socket = visitor.socket().fromNow()) {
            await().until(() -> sockets.has(recipient));
            Database.value("update recipient set last_sequence = 2 where id = ?", recipient);
            Database.value(
                    "insert into stream_event values (?, 2, 'agent.joined', '{\"name\":\"Sami\"}', now())", recipient);
            Broker.send(
                    "gateway.wakeups",
                    UUID.randomUUID(),
                    "none",
                    Map.of("replica", "another", "recipients", Map.of(recipient, 2)));
            assertEquals("Sami", socket.awaitEvent("agent.joined").path("name").asText());
        }
    }

    @Test
    void wrongFramesAreNamedAndTheSocketStays() {
        try (var socket = visitor.socket()) {
            socket.hello();
            for (var frame : List.of(
                    "nonsense",
                    "[]",
                    "{\"type\":\"dance\"}",
                    "{\"type\":\"resume\"}",
                    "{\"type\":\"ack\",\"sequence\":-1}")) {
                socket.send(frame);
            }
            await().until(() -> socket.frames().stream()
                            .filter(frame -> frame.path("type").asText().equals("problem"))
                            .count()
                    == 5);
            assertEquals(
                    "urn:saumaton:problem:invalid",
                    socket.await("problem").path("problem").asText());
            socket.resume(0);
            visitor.says("still here");
            socket.awaitEvent("message.received");
        }
    }

    @Test
    void aRenewedTokenMustBeTheSamePersons() {
        var jenni = TestAgent.someone();
        try (var desk = jenni.socket()) {
            desk.hello();
            desk.send("{\"type\":\"token\",\"token\":\"" + jenni.token() + "\"}");
            desk.resume(0);
            desk.send("{\"type\":\"token\",\"token\":\"" + TestAgent.someone().token() + "\"}");
            assertEquals(4403, desk.awaitClose());
        }
        try (var desk = jenni.socket()) {
            desk.hello();
            desk.send("{\"type\":\"token\",\"token\":\"" + TestTokens.forged("jenni", "agent") + "\"}");
            assertEquals(4403, desk.awaitClose());
        }
    }

    @Test
    void whoServesNoLongerIsNotKeptByARenewedToken() {
        var jenni = TestAgent.someone();
        try (var desk = jenni.socket()) {
            desk.hello();
            desk.send("{\"type\":\"token\",\"token\":\"" + jenni.tokenWith("customer") + "\"}");
            assertEquals(4403, desk.awaitClose());
        }
    }

    @Test
    void acknowledgedAnswersAreDeliveredAndReadOnesRead() {
        var jenni = TestAgent.someone();
        try (var browser = visitor.socket().fromNow();
                var desk = jenni.socket().fromNow()) {
            visitor.says("Hello");
            var conversation = UUID.fromString(browser.awaitEvent("message.received")
                    .path("conversationId")
                    .asText());
            jenni.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
            jenni.replies(conversation, "Good morning").then().statusCode(202);
            browser.awaitEvent("message.sent");
            long sequence = sequences(browser.events()).getLast();
            browser.send("{\"type\":\"ack\",\"sequence\":" + sequence + "}");
            assertEquals(
                    "delivered",
                    desk.awaitEvent("delivery.changed").path("status").asText());
            browser.send("{\"type\":\"read\",\"sequence\":" + sequence + "}");
            browser.send("{\"type\":\"ack\",\"sequence\":" + sequence + "}");
            assertEquals(
                    "read",
                    desk.awaitEvent("delivery.changed", 2).path("status").asText());
            jenni.asks()
                    .get("/api/v1/conversations/" + conversation + "/messages")
                    .then()
                    .body("items[1].delivery.status", equalTo("read"));
            assertEquals(2, desk.events("delivery.changed").size());
        }
    }
}
