/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.system.story.Desks;
import fi.saumaton.system.story.Doors;

import static org.assertj.core.api.Assertions.assertThat;

/** Jenni and Sami, with room for any crowd. */
final class Shift implements AutoCloseable {

    private final TirelessAgent jenni;
    private final TirelessAgent sami;

    Shift(Doors doors) {
        Desks.giveRoomFor(doors, 10_000, "jenni", "sami");
        jenni = new TirelessAgent(doors, "jenni");
        sami = new TirelessAgent(doors, "sami");
    }

    /**
     * Waits until every message of the crowd has come to a desk, and none twice. Desk frames are deduplicated by sequence, so
     * what an agent's program saw twice was really sent twice.
     */
    void awaitEveryMessageOf(Crowd crowd, Duration most) {
        Awaitility.await("every message at a desk").atMost(most).untilAsserted(() -> {
            var seen = atDesks(TirelessAgent::seenMessages);
            assertThat(seen).hasSameSizeAs(new HashSet<>(seen));
            assertThat(seen).containsAll(chatMessageIds(crowd));
            assertThat(crowd.hooked()).hasSize(Crowd.WEBHOOK_SENDERS * Crowd.MESSAGES_PER_WEBHOOK_SENDER);
            assertThat(atDesks(TirelessAgent::seenTexts)).containsAll(crowd.hooked());
        });
    }

    private List<String> atDesks(Function<TirelessAgent, List<String>> seen) {
        return Stream.of(jenni, sami)
                .flatMap(agent -> seen.apply(agent).stream())
                .toList();
    }

    private static List<String> chatMessageIds(Crowd crowd) {
        return crowd.chats().stream()
                .flatMap(chat -> incoming(chat.visitor().history()))
                .map(message -> message.path("messageId").asText())
                .toList();
    }

    /** What the customer has written, in order. */
    static Stream<JsonNode> incoming(JsonNode history) {
        return StreamSupport.stream(history.spliterator(), false)
                .filter(message -> "in".equals(message.path("direction").asText()));
    }

    @Override
    public void close() {
        jenni.close();
        sami.close();
    }
}
