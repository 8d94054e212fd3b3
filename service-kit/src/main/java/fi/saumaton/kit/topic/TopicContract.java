/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What contracts/topics.yaml says of the topics of one service. */
final class TopicContract {
    private static final String FILE = "/META-INF/saumaton/topics.yaml";

    private TopicContract() {}

    /** Partitions of every topic that it reads or writes, its dead letters among them. */
    static Map<String, Integer> of(String service) {
        try (InputStream file = TopicContract.class.getResourceAsStream(FILE)) {
            return of(service, new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> of(String service, Map<String, Object> document) {
        Map<?, ?> defaults = (Map<?, ?>) document.get("defaults");
        Map<String, Integer> partitions = new TreeMap<>();
        for (Object entry : (List<?>) document.get("topics")) {
            Map<?, ?> topic = (Map<?, ?>) entry;
            for (String name : names(service, topic, defaults)) {
                partitions.put(name, (Integer) setting("partitions", topic, defaults));
            }
        }
        return partitions;
    }

    private static List<String> names(String service, Map<?, ?> topic, Map<?, ?> defaults) {
        String name = topic.get("name").toString();
        boolean reads = ((List<?>) topic.get("consumers")).contains(service);
        List<String> names = new ArrayList<>();
        if (reads || service.equals(topic.get("producer"))) {
            names.add(name);
        }
        if (reads && Boolean.TRUE.equals(setting("deadLetters", topic, defaults))) {
            names.add(name + ".dlq." + service);
        }
        return names;
    }

    private static Object setting(String name, Map<?, ?> topic, Map<?, ?> defaults) {
        Object own = topic.get(name);
        return own == null ? defaults.get(name) : own;
    }
}
