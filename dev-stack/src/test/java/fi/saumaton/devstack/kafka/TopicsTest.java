/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fi.saumaton.devstack.process.Home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TopicsTest {
    @TempDir
    Path project;

    @Test
    void deadLettersFollowFromTheConsumersAndOwnWordsWinOverDefaults() throws IOException {
        Files.createDirectories(project.resolve("contracts"));
        Files.writeString(project.resolve("contracts/topics.yaml"), """
                defaults: {partitions: 12, retention: P7D, deadLetters: true}
                topics:
                  - name: a.events
                    consumers: [x-service, y-service]
                  - {name: wakeups, consumers: [x-service], partitions: 1, retention: PT10M, deadLetters: false}
                """);
        var topics = Topics.of(project);
        assertEquals(
                List.of(
                        new Topic("a.events", 12, Duration.ofDays(7)),
                        new Topic("a.events.dlq.x-service", 12, Duration.ofDays(7)),
                        new Topic("a.events.dlq.y-service", 12, Duration.ofDays(7)),
                        new Topic("wakeups", 1, Duration.ofMinutes(10))),
                topics);
        topics.forEach(topic -> assertEquals(topic, Topic.parse(topic.argument())));
    }

    @Test
    void theContractsNameEveryTopicOfTheMessagesWay() {
        var names = Topics.of(Home.findProject()).stream().map(Topic::name).toList();
        for (var topic : new String[] {"ingress", "conversation.events", "customer.events", "routing.events"}) {
            assertTrue(names.contains(topic), names.toString());
        }
        assertTrue(names.contains("routing.events.dlq.channel-gateway"), names.toString());
        assertFalse(names.contains("gateway.wakeups.dlq.channel-gateway"), names.toString());
    }
}
