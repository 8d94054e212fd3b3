/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.devstack.kafka.Topic;
import fi.saumaton.devstack.kafka.Topics;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** Kafka's topics and rights are those of contracts/topics.yaml, and those are the ones that the code reads and writes. */
class TopicsTest {
    private static final String DEAD_LETTERS = ".dlq.";

    @ParameterizedTest
    @EnumSource
    void theClusterHasTheTopicsOfTheContract(Overlay overlay) {
        var contract = Topics.of(Overlay.PROJECT).stream().collect(toMap(Topic::name, Topic::toString));
        var cluster = overlay.of("KafkaTopic").collect(toMap(Manifest::name, TopicsTest::topic));

        assertThat(cluster).isEqualTo(contract);
    }

    private static String topic(Manifest manifest) {
        var retention = manifest.at("spec.config").path("retention.ms").asLong();
        return new Topic(
                        manifest.name(), manifest.at("spec.partitions").asInt(), java.time.Duration.ofMillis(retention))
                .toString();
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicHasAsManyCopiesAsThereAreBrokersFor(Overlay overlay) {
        int brokers = overlay.one("KafkaNodePool", "node").at("spec.replicas").asInt();
        int copies = Math.min(brokers, 3);
        assertThat(overlay.of("KafkaTopic")).allSatisfy(topic -> {
            assertThat(topic.at("spec.replicas").asInt()).isEqualTo(copies);
            assertThat(topic.at("spec.config").path("min.insync.replicas").asInt())
                    .isEqualTo(Math.max(1, copies - 1));
        });
        assertThat(overlay.one("Kafka", "saumaton")
                        .at("spec.kafka.config")
                        .path("auto.create.topics.enable")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void theCodeReadsAndWritesTheTopicsOfTheContract() {
        var contract = Topics.of(Overlay.PROJECT).stream()
                .map(Topic::name)
                .filter(it -> !it.contains(DEAD_LETTERS))
                .collect(toSet());
        var read = Services.all().stream()
                .flatMap(it -> it.consumed().keySet().stream())
                .collect(toSet());
        var written = Services.all().stream().map(Services::outboxTopic).collect(toSet());
        written.addAll(Set.of("ingress", "gateway.wakeups"));

        assertThat(read).isEqualTo(contract);
        assertThat(written).isEqualTo(contract);
    }

    @Test
    void everyConsumerHasDeadLettersOfItsOwn() {
        var expected = new TreeSet<String>();
        Services.all()
                .forEach(service -> service.consumed().keySet().stream()
                        .filter(topic -> !topic.equals("gateway.wakeups"))
                        .forEach(topic -> expected.add(topic + DEAD_LETTERS + service.name())));
        var contract = Topics.of(Overlay.PROJECT).stream()
                .map(Topic::name)
                .filter(it -> it.contains(DEAD_LETTERS))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(contract).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceMayDoWhatItDoesAndNothingElse(Overlay overlay) {
        for (var service : Services.all()) {
            var expected = rights(service);
            expected.put("group " + service.name() + ". prefix", Set.of("Read", "Describe"));

            assertThat(acls(overlay.one("KafkaUser", service.name())))
                    .as(service.name())
                    .isEqualTo(expected);
        }
    }

    private static Map<String, Set<String>> rights(Services service) {
        var rights = new HashMap<String, Set<String>>();
        var wakeups = "gateway.wakeups";
        service.consumed().keySet().forEach(topic -> {
            add(rights, topic, "Read");
            if (!topic.equals(wakeups)) {
                add(rights, topic + DEAD_LETTERS + service.name(), "Write");
            } else {
                add(rights, topic, "Write");
            }
        });
        add(rights, service.outboxTopic(), "Write");
        if (service.consumed().containsKey("ingress")) {
            add(rights, "ingress", "Write");
        }
        return rights;
    }

    private static void add(Map<String, Set<String>> rights, String topic, String operation) {
        var operations = rights.computeIfAbsent("topic " + topic + " literal", key -> new TreeSet<>());
        operations.add(operation);
        operations.add("Describe");
    }

    private static Map<String, Set<String>> acls(Manifest user) {
        assertThat(user.at("spec.authentication.type").asText()).isEqualTo("tls");
        var acls = new TreeMap<String, Set<String>>();
        for (JsonNode acl : user.at("spec.authorization.acls")) {
            var resource = acl.path("resource");
            var key =
                    resource.path("type").asText() + " " + resource.path("name").asText() + " "
                            + resource.path("patternType").asText();
            acls.put(
                    key,
                    Manifest.each(acl.path("operations")).map(JsonNode::asText).collect(toSet()));
        }
        return acls;
    }

    @ParameterizedTest
    @EnumSource
    void groupsBeginWithTheNameOfTheirService(Overlay overlay) {
        assertThat(Services.all())
                .allSatisfy(service -> assertThat(service.consumed().values())
                        .allMatch(group -> group.startsWith(service.name() + ".")));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoHasACertificateIsLetIn(Overlay overlay) {
        var kafka = overlay.one("Kafka", "saumaton");
        assertThat(kafka.at("spec.kafka.listeners")).hasSize(1).allSatisfy(listener -> {
            assertThat(listener.path("tls").asBoolean()).isTrue();
            assertThat(listener.at("/authentication/type").asText()).isEqualTo("tls");
        });
        assertThat(kafka.at("spec.kafka.authorization.type").asText()).isEqualTo("simple");
        assertThat(kafka.at("spec.kafka.authorization").has("superUsers")).isFalse();
    }
}
