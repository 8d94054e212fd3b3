/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Every setting that one service understands when it starts: its own, service-kit's, Quarkus's and Kafka's. */
final class KnownSettings {
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^:}]+)(:[^}]*)?}");

    private static Set<String> quarkus;

    private final Services service;
    private final Map<String, String> properties = new TreeMap<>(Services.kit());
    private final Map<String, Boolean> own = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Pattern property;
    private final Pattern variable;

    KnownSettings(Services service) {
        this.service = service;
        properties.putAll(service.properties());
        own.putAll(SourceSettings.of(Services.sources("service-kit")));
        own.putAll(SourceSettings.of(Services.sources(service.name())));
        names.addAll(own.keySet());
        properties.values().forEach(value -> names.addAll(expressions(value)));
        names.addAll(quarkus());
        Stream.of(ProducerConfig.configNames(), ConsumerConfig.configNames())
                .flatMap(Collection::stream)
                .forEach(it -> names.add("kafka." + it));
        names.add("quarkus.config.locations");
        names.add("quarkus.init-and-exit");
        property = any(names, name -> Pattern.quote(name).replace("*", "\\E[^.]+\\Q"));
        variable = any(names, name -> variable(name.replace("*", "\0")).replace("\0", "[A-Z0-9_]+"));
    }

    private static Pattern any(Set<String> names, java.util.function.UnaryOperator<String> form) {
        return Pattern.compile(names.stream().map(form).collect(Collectors.joining("|")));
    }

    /** A name as it stands in a file. */
    boolean knowsProperty(String name) {
        return property.matcher(name).matches();
    }

    /** A name as it stands in the environment. */
    boolean knowsVariable(String name) {
        return variable.matcher(name).matches();
    }

    /** What the environment calls a property. */
    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9\0]", "_");
    }

    /** Settings that nobody has given a value yet. A star stands for each name that the installation has chosen. */
    Set<String> required() {
        return own.entrySet().stream()
                .filter(it -> it.getValue() && !properties.containsKey(it.getKey()))
                .map(Map.Entry::getKey)
                .filter(it -> !it.startsWith("quarkus."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Settings whose value is good for one machine only: addresses there, and the accounts of development. */
    Set<String> meantForOneMachine() {
        var local = properties.entrySet().stream()
                .filter(it -> it.getValue().contains("localhost"))
                .map(it -> it.getKey().replaceFirst("^%prod\\.", ""))
                .filter(it -> !it.startsWith("%"))
                .collect(Collectors.toCollection(TreeSet::new));
        local.add("saumaton.db.user");
        local.add("saumaton.db.password");
        return local;
    }

    /** What a value refers to, without what has a default. */
    static Set<String> needed(String value) {
        return EXPRESSION
                .matcher(value)
                .results()
                .filter(it -> it.group(2) == null)
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> expressions(String value) {
        return EXPRESSION.matcher(value).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }

    Services service() {
        return service;
    }

    /** Of all extensions on the class path; those that are fixed when a service is built are not among them. */
    private static synchronized Set<String> quarkus() {
        if (quarkus == null) {
            quarkus = new TreeSet<>();
            var json = new ObjectMapper();
            try {
                for (var model : java.util.Collections.list(
                        KnownSettings.class.getClassLoader().getResources(MODEL))) {
                    try (var stream = model.openStream()) {
                        Manifest.everything(json.readTree(stream)).forEach(KnownSettings::addAtStart);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return quarkus;
    }

    private static void addAtStart(JsonNode item) {
        if (item.path("phase").asText().equals("RUN_TIME") && item.path("path").has("property")) {
            quarkus.add(starred(item.path("path")));
            item.path("additionalPaths").forEach(path -> quarkus.add(starred(path)));
        }
    }

    private static String starred(JsonNode path) {
        return path.path("property").asText().replaceAll("\"[^\"]*\"", "*");
    }
}
