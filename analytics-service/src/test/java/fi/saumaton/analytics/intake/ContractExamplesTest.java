/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import fi.saumaton.analytics.metric.AuthorType;
import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each golden example of the topics this service reads can be logged. */
class ContractExamplesTest {

    private static final Path EVENTS = Path.of(System.getProperty("saumaton.root"), "contracts", "events");
    /** They change what is in the log, or nothing in it. */
    private static final Set<String> NOT_LOGGED = Set.of("erased.v1.example.json");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @EnumSource
    void theExampleIsLogged(EventKind kind) throws IOException {
        JsonNode example = JSON.readTree(example(kind).toFile());

        LoggedEvent event = log(kind);

        assertEquals(kind, event.kind());
        assertTrue(event.at().isAfter(Instant.parse("2020-01-01T00:00:00Z")), "The example has no time of its own");
        assertEquals(example.path("conversationId").asText(null), text(event.conversationId()));
        assertEquals(example.path("customerId").asText(null), text(event.customerId()));
        if (kind.concernsIssue()) {
            assertEquals(example.path("issueId").asText(), text(event.issueId()));
        }
    }

    @Test
    void everyExampleOfTheseTopicsHasAKind() throws IOException {
        for (String area : new String[] {"conversation", "customer", "routing"}) {
            try (Stream<Path> files = Files.list(EVENTS.resolve(area))) {
                files.filter(file -> file.toString().endsWith(".v1.example.json"))
                        .filter(file -> !NOT_LOGGED.contains(file.getFileName().toString()))
                        .forEach(file -> assertTrue(
                                Arrays.stream(EventKind.values())
                                        .map(ContractExamplesTest::example)
                                        .anyMatch(file::equals),
                                () -> file + " is of no kind that the log knows"));
            }
        }
    }

    @Test
    void whatTheFiguresRestOnIsRead() throws IOException {
        assertEquals("email", log(EventKind.CONVERSATION_OPENED).channelKind());
        assertNotNull(log(EventKind.CONVERSATION_OPENED).messageId());
        assertEquals(AuthorType.AGENT, log(EventKind.MESSAGE_SENT).author());
        assertEquals(AuthorType.AGENT, log(EventKind.CONVERSATION_CLOSED).author());
        assertEquals("resolved", log(EventKind.CONVERSATION_CLOSED).reason());
        assertNotNull(log(EventKind.OFFER_MADE).offerId());
        assertEquals(
                log(EventKind.OFFER_MADE).offerId(),
                log(EventKind.OFFER_ACCEPTED).offerId());
        assertEquals(AuthorType.AGENT, log(EventKind.ISSUE_RESOLVED).author());
    }

    private static LoggedEvent log(EventKind kind) throws IOException {
        byte[] example = Files.readAllBytes(example(kind));
        UUID id = UUID.randomUUID();
        return switch (area(kind)) {
            case "conversation" ->
                JSON.readValue(example, ConversationEventData.class).toLog(kind, id);
            case "customer" -> JSON.readValue(example, CustomerEventData.class).toLog(kind, id);
            default -> JSON.readValue(example, RoutingEventData.class).toLog(kind, id);
        };
    }

    private static Path example(EventKind kind) {
        String area = area(kind);
        String name = kind.logName();
        String file = name.startsWith(area + ".") ? name.substring(area.length() + 1) : name.replace('.', '-');
        return EVENTS.resolve(area).resolve(file + ".v1.example.json");
    }

    private static String area(EventKind kind) {
        if (kind.compareTo(EventKind.CONVERSATION_CLOSED) <= 0) {
            return "conversation";
        }
        return kind.compareTo(EventKind.ISSUE_REOPENED) <= 0 ? "customer" : "routing";
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
