/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** What has gone to the dead letters. There is no public door to that, so Kafka itself is asked. */
public final class DeadLetters {

    private DeadLetters() {}

    /** Records ever written, by dead-letter topic; topics without any are left out. */
    public static Map<String, Long> count(String bootstrap) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            var topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.contains(".dlq."))
                    .toList();
            var latest = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(DeadLetters::partitions)
                    .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .filter(end -> end.getValue().offset() > 0)
                    .collect(Collectors.groupingBy(
                            end -> end.getKey().topic(),
                            Collectors.summingLong(end -> end.getValue().offset())));
        }
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }
}
