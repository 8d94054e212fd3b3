/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The broker's process: formats its storage when new, serves, creates the topics that are missing, and writes the ready
 * file. Arguments: configuration file, address, ready file, topics.
 */
final class KafkaMain {
    private static final String CLUSTER = "c2F1bWF0b24tZGV2MDAwMA";

    private KafkaMain() {}

    public static void main(String[] arguments) throws Exception {
        var configuration = arguments[0];
        var address = arguments[1];
        var readyFile = Path.of(arguments[2]);
        var topics = Arrays.stream(arguments).skip(3).map(Topic::parse).toList();
        kafka.tools.StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "-t", CLUSTER, "-c", configuration}, System.out);
        Thread.ofPlatform().daemon().start(() -> announce(address, topics, readyFile));
        kafka.Kafka.main(new String[] {configuration});
    }

    private static void announce(String address, List<Topic> topics, Path readyFile) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
            createMissing(admin, topics);
            Files.writeString(readyFile, address);
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void createMissing(Admin admin, List<Topic> topics) throws Exception {
        var existing = admin.listTopics().names().get();
        var missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(KafkaMain::wanted)
                .toList();
        for (var created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static NewTopic wanted(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), (short) 1)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(topic.retention().toMillis())));
    }
}
