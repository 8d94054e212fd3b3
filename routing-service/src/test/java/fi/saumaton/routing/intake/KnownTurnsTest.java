/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import fi.saumaton.routing.intake.Turns.Turn;

import static org.junit.jupiter.api.Assertions.assertEquals;

class KnownTurnsTest {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);

    private final KnownTurns known = new KnownTurns();

    @Test
    void whatIsKnownToTurnNothingIsDropped() {
        known.remember(List.of(new Turn(ONE, true, 3), new Turn(TWO, false, 3)), known.epoch());

        assertEquals(
                List.of("received 2", "sent 1"), kept(List.of(received(ONE), sent(TWO), received(TWO), sent(ONE))));
    }

    @Test
    void afterATurnInTheSameBatchEverythingIsKept() {
        known.remember(List.of(new Turn(ONE, true, 3)), known.epoch());

        assertEquals(
                List.of("sent 1", "received 1", "received 1"),
                kept(List.of(received(ONE), sent(ONE), received(ONE), received(ONE))));
    }

    @Test
    void whatIsNotKnownIsKept() {
        assertEquals(List.of("received 1"), kept(List.of(received(ONE))));
    }

    @Test
    void nothingIsKnownAfterPartitionsHaveMoved() {
        int before = known.epoch();
        known.remember(List.of(new Turn(ONE, true, 3)), before);

        known.onPartitionsAssigned(null, List.of());
        known.remember(List.of(new Turn(ONE, true, 3)), before);

        assertEquals(List.of("received 1"), kept(List.of(received(ONE))));
    }

    private List<String> kept(List<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> batch = new HashMap<>();
        batch.put(new TopicPartition("conversation.events", 0), records);
        List<String> kept = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : known.relevant(new ConsumerRecords<>(batch, Map.of()), Set.of())) {
            String type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
            String name = type.equals(ConversationEvent.MESSAGE_SENT) ? "sent" : "received";
            kept.add(name + (record.key().equals(ONE.toString()) ? " 1" : " 2"));
        }
        return kept;
    }

    private static ConsumerRecord<String, byte[]> received(UUID conversation) {
        return record(conversation, ConversationEvent.MESSAGE_RECEIVED);
    }

    private static ConsumerRecord<String, byte[]> sent(UUID conversation) {
        return record(conversation, ConversationEvent.MESSAGE_SENT);
    }

    private static ConsumerRecord<String, byte[]> record(UUID conversation, String type) {
        var record = new ConsumerRecord<>("conversation.events", 0, 0, conversation.toString(), new byte[0]);
        record.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
