/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;

/**
 * Whose turn it is in the conversations of the partitions that this replica has, as far as it has read them: enough to
 * drop, by its header alone, a message that changes nothing, before it costs a parse or a statement. A replica reads its
 * partitions in order, so what it knows is exact until they move; then it forgets everything.
 */
@ApplicationScoped
@Default
@Identifier("conversation-events-in")
class KnownTurns implements KafkaConsumerRebalanceListener {

    private static final int MOST = 200_000;

    private final Map<String, Boolean> replyDue = new ConcurrentHashMap<>();
    private volatile int epoch;

    /** Changes whenever partitions have moved: what was learnt before is not to be remembered any more. */
    int epoch() {
        return epoch;
    }

    void remember(Collection<Turns.Turn> turns, int learntIn) {
        if (learntIn != epoch) {
            return;
        }
        if (replyDue.size() > MOST) {
            replyDue.clear();
        }
        turns.forEach(turn -> replyDue.put(turn.conversationId().toString(), turn.replyDue()));
    }

    /**
     * The records without those that are known to change nothing.
     *
     * @param watched conversations of which everything is to be heard
     */
    ConsumerRecords<String, byte[]> relevant(ConsumerRecords<String, byte[]> records, Set<String> watched) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> kept = new HashMap<>();
        Set<String> open = new HashSet<>(watched);
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> some = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : records.records(partition)) {
                if (open.contains(record.key()) || !changesNothing(record)) {
                    open.add(record.key());
                    some.add(record);
                }
            }
            kept.put(partition, some);
        }
        return new ConsumerRecords<>(kept, records.nextOffsets());
    }

    /** The conversations of records that may be dropped. */
    Set<UUID> droppable(ConsumerRecords<String, byte[]> records) {
        Set<UUID> conversations = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (changesNothing(record)) {
                conversation(record).ifPresent(conversations::add);
            }
        }
        return conversations;
    }

    private static Optional<UUID> conversation(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(record.key()).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean changesNothing(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("ce_type");
        if (header == null || header.value() == null) {
            return false;
        }
        String type = new String(header.value(), StandardCharsets.UTF_8);
        if (type.equals(ConversationEvent.DELIVERY_CHANGED)) {
            return true;
        }
        Boolean due = record.key() == null ? null : replyDue.get(record.key());
        return due != null && type.equals(due ? ConversationEvent.MESSAGE_RECEIVED : ConversationEvent.MESSAGE_SENT);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget();
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget();
    }

    private void forget() {
        epoch = epoch + 1;
        replyDue.clear();
    }
}
