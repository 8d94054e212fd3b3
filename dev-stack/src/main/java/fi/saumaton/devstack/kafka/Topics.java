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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import fi.saumaton.devstack.process.StackException;

/** Reads {@code contracts/topics.yaml}; dead-letter topics follow from the consumers. */
public final class Topics {
    private static final String PARTITIONS = "partitions";
    private static final String RETENTION = "retention";
    private static final String DEAD_LETTERS = "deadLetters";

    private Topics() {}

    public static List<Topic> of(Path project) {
        var file = project.resolve("contracts/topics.yaml");
        try (var reader = Files.newBufferedReader(file)) {
            return parse(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        } catch (IOException e) {
            throw new StackException("Cannot read " + file, e);
        }
    }

    private static List<Topic> parse(Map<String, Object> document) {
        var defaults = map(document.get("defaults"));
        var topics = new ArrayList<Topic>();
        for (var entry : list(document.get("topics"))) {
            var own = map(entry);
            var topic = new Topic(
                    own.get("name").toString(),
                    (Integer) setting(PARTITIONS, own, defaults),
                    Duration.parse(setting(RETENTION, own, defaults).toString()));
            topics.add(topic);
            if (Boolean.TRUE.equals(setting(DEAD_LETTERS, own, defaults))) {
                list(own.get("consumers")).forEach(consumer -> topics.add(deadLetters(topic, consumer)));
            }
        }
        return List.copyOf(topics);
    }

    private static Topic deadLetters(Topic topic, Object consumer) {
        return new Topic(topic.name() + ".dlq." + consumer, topic.partitions(), topic.retention());
    }

    private static Object setting(String name, Map<?, ?> own, Map<?, ?> defaults) {
        var value = own.get(name);
        return value != null ? value : defaults.get(name);
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }
}
