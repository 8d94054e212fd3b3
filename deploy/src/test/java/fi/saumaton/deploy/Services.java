/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The four services, as their own application.properties describe them. */
record Services(String name, Map<String, String> properties) {
    static final List<String> NAMES =
            List.of("customer-service", "routing-service", "channel-gateway", "analytics-service");

    private static final String INCOMING = "mp.messaging.incoming.";

    static Services of(String name) {
        return new Services(name, read(sources(name).resolve("resources/application.properties")));
    }

    static List<Services> all() {
        return NAMES.stream().map(Services::of).toList();
    }

    /** What service-kit sets for all of them. */
    static Map<String, String> kit() {
        return read(sources("service-kit").resolve("resources/META-INF/microprofile-config.properties"));
    }

    static Path sources(String module) {
        return Overlay.PROJECT.resolve(module).resolve("src/main");
    }

    int port() {
        return Integer.parseInt(properties.get("quarkus.http.port"));
    }

    String database() {
        var url = properties.get("saumaton.db.url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    String outboxTopic() {
        return properties.get("saumaton.outbox.topic");
    }

    /** Consumer group by topic. */
    Map<String, String> consumed() {
        var consumed = new TreeMap<String, String>();
        properties.forEach((key, topic) -> {
            if (key.startsWith(INCOMING) && key.endsWith(".topic")) {
                var group = key.substring(0, key.length() - "topic".length()) + "group.id";
                consumed.put(topic, properties.get(group));
            }
        });
        return consumed;
    }

    static Map<String, String> read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> read(Reader reader) {
        var properties = new Properties();
        try {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var map = new TreeMap<String, String>();
        properties.forEach((key, value) -> map.put(key.toString(), value.toString()));
        return map;
    }
}
