/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.promise;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.Contracts;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What customers were promised, in the profile, on the timeline and in the situation. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class PromiseFlowTest {
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";
    private final UUID promise = UUID.randomUUID();
    private final Instant made = Instant.parse("2026-11-20T09:00:00Z");

    private UUID customer() {
        var mail = ConversationFeed.provenMail(address).opened("Chain oil").received("Which oil?");
        return UUID.fromString(
                Topics.identified(mail.id(), 1).getFirst().path("customerId").asText());
    }

    private void told(String name, UUID customer, int version, String state, String members) {
        String data = """
                {"promiseId":"%s","version":%d,"state":"%s","kind":"call-back","text":"We call you back",
                 "windowFrom":"2026-11-23T08:00:00Z","windowUntil":"2026-11-23T10:00:00Z","customerId":"%s",
                 "ownerType":"agent","ownerId":"jenni","ownerName":"Jenni","madeByType":"agent","madeById":"jenni",
                 "madeByName":"Jenni","madeAt":"%s","at":"%s"%s}
                """.formatted(promise, version, state, customer, made, made.plusSeconds(version), members);
        Topics.send(
                "routing.events",
                "fi.saumaton.promise." + name + ".v1",
                promise,
                UUID.randomUUID(),
                data.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsOwedIsSeenAtOneGlanceAndGoesWhenKept() {
        UUID customer = customer();
        told("made", customer, 1, "open", "");
        told("due-soon", customer, 2, "due-soon", "");

        Api.eventually(() -> {
            var glance = Api.glance(customer);
            assertEquals(List.of("due-soon"), glance.getList("openPromises.state"));
            assertEquals("Jenni", glance.getString("openPromises[0].ownerName"));
            assertEquals("We call you back", glance.getString("timeline.find { it.kind == 'promise-made' }.title"));
        });
        var situation = Topics.identifiedWhen(
                        ConversationFeed.provenMail(address)
                                .opened("Again")
                                .received("Hello?")
                                .id(),
                        all -> true)
                .path("situation");
        assertEquals(1, situation.path("openPromises").asInt());
        assertEquals(promise.toString(), situation.at("/promises/0/promiseId").asText());
        assertEquals("due-soon", situation.at("/promises/0/state").asText());

        told(
                "kept",
                customer,
                3,
                "kept",
                ",\"late\":false,\"evidence\":{\"kind\":\"call\",\"at\":\"%s\",\"outcome\":\"settled\",\"byType\":\"agent\",\"byId\":\"jenni\",\"byName\":\"Jenni\"}"
                        .formatted(made));
        told("made", customer, 1, "open", "");
        Api.eventually(() -> {
            var glance = Api.glance(customer);
            assertEquals(List.of(), glance.getList("openPromises"));
            assertEquals("Jenni", glance.getString("timeline.find { it.kind == 'promise-kept' }.author.name"));
            assertEquals("settled", glance.getString("timeline.find { it.kind == 'promise-kept' }.data.outcome"));
        });
    }

    @Test
    void aBrokenPromiseStaysInSightAndCounts() {
        UUID customer = customer();
        told("broken", customer, 5, "broken", ",\"cause\":\"not-reached\"");
        Api.eventually(
                () -> assertEquals(List.of("broken"), Api.glance(customer).getList("openPromises.state")));
        var situation = Topics.identifiedWhen(
                        ConversationFeed.provenMail(address)
                                .opened("Again")
                                .received("Hello?")
                                .id(),
                        all -> true)
                .path("situation");
        assertEquals(0, situation.path("openPromises").asInt());
        assertEquals(1, situation.path("brokenPromises").asInt());
    }

    @Test
    void aPromiseToNobodyThatIsKnownIsNoHistory() {
        UUID customer = customer();
        told("made", UUID.randomUUID(), 1, "open", "");
        told("made", customer, 2, "open", "");
        Api.eventually(() ->
                assertEquals(1, Api.glance(customer).getList("openPromises").size()));
    }

    @Test
    void everyEventOfPromisesIsUnderstood() {
        for (String type : PromiseEvent.TYPES) {
            var event = Contracts.consumed("routing/promise-" + PromiseEvent.name(type), PromiseEvent.class);
            assertEquals("We call you back about the chain oil", event.text());
        }
    }
}
