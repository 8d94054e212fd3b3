/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.routing.engine.Input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Every golden example that routing consumes is understood. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class ConsumedExamplesTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("saumaton.root"), "contracts/events");

    @Inject
    EventJson json;

    @ParameterizedTest
    @ValueSource(strings = {"message-received", "message-sent", "reopened", "returned", "closed"})
    void conversationEvents(String name) throws IOException {
        String type = "fi.saumaton.conversation." + name + ".v1";
        ConversationEvent event =
                json.read(event(type, "conversation/" + name), ConversationEventsConsumer.TYPES.get(type));

        assertNotNull(event.conversationId());
        assertEquals(true, event.version() > 0);
    }

    @Test
    void anIdentifiedCustomerIsWork() throws IOException {
        CustomerIdentified identified =
                json.read(event(CustomerIdentified.TYPE, "customer/identified"), CustomerIdentified.class);

        Input.WorkArrived work = identified.work();
        assertEquals("webchat", work.situation().channelKind());
        assertEquals("fi", work.situation().language());
        assertNotNull(work.situation().lastAgentAt());
        assertEquals(1, work.conversationVersion());
    }

    private static IncomingEvent event(String type, String example) throws IOException {
        Path file = CONTRACTS.resolve(example + ".v1.example.json");
        assumeTrue(Files.exists(file), file.getFileName() + " is not there yet");
        return new IncomingEvent(
                UUID.randomUUID(),
                "/saumaton/test",
                type,
                null,
                Instant.now(),
                "test",
                "key",
                Files.readAllBytes(file),
                "application/json",
                Map.of(),
                null);
    }
}
