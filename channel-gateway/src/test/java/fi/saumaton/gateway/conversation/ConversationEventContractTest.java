/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fi.saumaton.gateway.Contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the gateway writes is what the contract says, field for field. */
class ConversationEventContractTest {
    private static final Map<String, Class<? extends ConversationEvent>> EVENTS = Map.of(
            "opened", ConversationEvent.Opened.class,
            "reopened", ConversationEvent.Reopened.class,
            "message-received", ConversationEvent.MessageReceived.class,
            "message-sent", ConversationEvent.MessageSent.class,
            "delivery-changed", ConversationEvent.DeliveryChanged.class,
            "claim-made", ConversationEvent.ClaimMade.class,
            "returned", ConversationEvent.Returned.class,
            "closed", ConversationEvent.Closed.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opened",
                "reopened",
                "message-received",
                "message-sent",
                "delivery-changed",
                "claim-made",
                "returned",
                "closed"
            })
    void theWrittenEventIsTheExampleAndFitsTheSchema(String name) {
        var event = Contracts.example("conversation/" + name, EVENTS.get(name));
        var written = Contracts.written(event);
        assertEquals(Contracts.example("conversation/" + name), written);
        assertEquals(Set.of(), Contracts.violations("conversation/" + name, written));
        assertEquals("fi.saumaton.conversation." + name + ".v1", event.type());
    }
}
