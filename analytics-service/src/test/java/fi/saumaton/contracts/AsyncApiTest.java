/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.contracts;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The topics, and who tells and reads them, are the same in the AsyncAPI document, in topics.yaml and in the services. */
class AsyncApiTest {

    private static final JsonNode DOCUMENT = Contracts.yaml("asyncapi.yaml");
    private static final JsonNode TOPICS = Contracts.yaml("topics.yaml").get("topics");

    /** By AsyncAPI's own schema, a copy of which lies among the test's resources. */
    @Test
    void isAValidAsyncApiDocument() {
        var messages = JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(AsyncApiTest.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.schema.json"))
                .validate(DOCUMENT);

        assertEquals(Set.of(), messages);
    }

    @Test
    void describesEveryTopic() {
        Set<String> addresses = DOCUMENT.get("channels").findValuesAsText("address").stream()
                .filter(address -> !address.contains("{"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(TOPICS.findValuesAsText("name")), addresses);
    }

    @Test
    void refersToNothingThatIsNotThere() {
        List<String> missing = DOCUMENT.findValuesAsText("$ref").stream()
                .filter(reference -> reference.startsWith("#")
                        ? DOCUMENT.at(reference.substring(1)).isMissingNode()
                        : !Files.exists(Contracts.FOLDER.resolve(reference)))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void everyMessageIsInAChannel() {
        Set<String> used = DOCUMENT.get("channels").findValuesAsText("$ref").stream()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(names(DOCUMENT.at("/components/messages")), used);
    }

    @Test
    void namesTheOperationsOfEachServiceAsTopicsYamlDoes() {
        assertEquals(byService("producer"), operations("send"));
        assertEquals(byService("consumers"), operations("receive"));
    }

    @Test
    void everyServiceReadsTheTopicsItIsNamedFor() {
        Map<String, Set<String>> configured = new TreeMap<>();
        for (String service : Contracts.SERVICES) {
            configured.put(service, incoming(service));
        }

        assertEquals(byService("consumers"), configured);
    }

    @Test
    void everyServiceTellsItsOwnTopic() {
        for (String service : Contracts.SERVICES) {
            String topic = Contracts.settings(service).getProperty("saumaton.outbox.topic");
            assertEquals(service, producerOf(topic), () -> "The outbox of " + service + " writes " + topic);
        }
    }

    @Test
    void deadLettersHaveTheNameThatTheKitGivesThem() {
        JsonNode deadLetters = DOCUMENT.at("/channels/deadLetters");

        assertEquals("{topic}.dlq.{service}", deadLetters.get("address").asText());
        assertFalse(deadLetters.get("messages").isEmpty());
    }

    private static Set<String> incoming(String service) {
        return Contracts.settings(service).entrySet().stream()
                .filter(setting -> setting.getKey().toString().matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic"))
                .map(setting -> setting.getValue().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String producerOf(String name) {
        return topics().filter(topic -> topic.get("name").asText().equals(name))
                .map(topic -> topic.get("producer").asText())
                .findFirst()
                .orElse("nobody");
    }

    private static Map<String, Set<String>> byService(String role) {
        Map<String, Set<String>> byService = new TreeMap<>();
        Contracts.SERVICES.forEach(service -> byService.put(service, new TreeSet<>()));
        topics().forEach(topic -> {
            JsonNode services = topic.get(role);
            if (services.isTextual()) {
                byService.get(services.asText()).add(topic.get("name").asText());
            }
            services.forEach(service ->
                    byService.get(service.asText()).add(topic.get("name").asText()));
        });
        return byService;
    }

    private static Map<String, Set<String>> operations(String action) {
        Map<String, Set<String>> byService = new TreeMap<>();
        Contracts.SERVICES.forEach(service -> byService.put(service, new TreeSet<>()));
        DOCUMENT.get("operations").properties().stream()
                .filter(operation -> operation.getValue().get("action").asText().equals(action))
                .forEach(operation ->
                        byService.get(serviceOf(operation.getKey())).add(address(operation.getValue())));
        return byService;
    }

    private static String address(JsonNode operation) {
        return DOCUMENT.at(operation.at("/channel/$ref").asText().substring(1))
                .get("address")
                .asText();
    }

    private static String serviceOf(String operation) {
        return Contracts.SERVICES.stream()
                .filter(service -> operation.startsWith(camelCase(service)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation + " begins with no service's name"));
    }

    private static String camelCase(String service) {
        int dash = service.indexOf('-');
        return service.substring(0, dash)
                + Character.toUpperCase(service.charAt(dash + 1))
                + service.substring(dash + 2);
    }

    private static Stream<JsonNode> topics() {
        return StreamSupport.stream(TOPICS.spliterator(), false);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
