/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fi.saumaton.devstack.StackResource;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two instances share the routing of a stream of new conversations, and one of them is killed in the middle of it. */
class TakeOverIT {
    private static final int CONVERSATIONS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String IDENTIFIED = "fi.saumaton.customer.identified.v1";

    private final StackResource stack = new StackResource();
    private Map<String, String> settings;
    private Instance first;
    private Instance second;
    private KafkaDoor kafka;

    @BeforeEach
    void start() {
        stack.init(Map.of("db", "routing"));
        settings = stack.start();
        first = new Instance("first", settings);
        await().atMost(PATIENCE).until(first::isReady);
        second = new Instance("second", settings);
        await().atMost(PATIENCE).until(second::isReady);
        kafka = new KafkaDoor(settings.get("kafka.bootstrap.servers"));
    }

    @AfterEach
    void stop() {
        kafka.close();
        first.kill();
        second.kill();
        stack.stop();
    }

    @Test
    void whatTheDeadInstanceWasRoutingIsRoutedByTheOtherOnceAndOnlyOnce() {
        Set<String> conversations = new HashSet<>();
        try (Desks desks = new Desks(List.of(first, second), List.of("jenni", "sami", "supervisor"))) {
            desks.signIn();
            for (int n = 0; n < CONVERSATIONS; n++) {
                conversations.add(arrives().toString());
                if (n == CONVERSATIONS / 2) {
                    takeOffers(desks);
                    first.kill();
                }
            }
            Instant[] renewed = {Instant.now()};
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
                if (Instant.now().isAfter(renewed[0].plusSeconds(5))) {
                    renewed[0] = Instant.now();
                    desks.present();
                }
                takeOffers(desks);
                assertEquals(conversations, assignments().keySet());
            });
            assertEquals(Set.of(), desks.unexpected());
        }
        assignments().forEach((conversation, times) -> assertEquals(1, times, conversation));
        everyConversationHasOneOwner();
    }

    private UUID arrives() {
        UUID conversation = UUID.randomUUID();
        String json = """
                {"customerId":"%s","conversationId":"%s","conversationVersion":1,"channel":"webchat:shop",
                 "channelKind":"webchat","situation":{},"firstMessageAt":"%s"}
                """.formatted(UUID.randomUUID(), conversation, Instant.now());
        kafka.send("customer.events", IDENTIFIED, conversation, json);
        return conversation;
    }

    private void takeOffers(Desks desks) {
        kafka.events(ofType("offer.made")).forEach(desks::take);
    }

    /** How often each conversation was assigned; an event told twice by the relay counts once. */
    private Map<String, Integer> assignments() {
        Map<String, Integer> times = new HashMap<>();
        Set<String> told = new HashSet<>();
        for (KafkaDoor.Event event : kafka.events(ofType("work-item.assigned"))) {
            if (told.add(event.id())) {
                times.merge(event.text("conversationId"), 1, Integer::sum);
            }
        }
        return times;
    }

    private static Predicate<KafkaDoor.Event> ofType(String name) {
        return event -> event.type().equals("fi.saumaton." + name + ".v1");
    }

    private void everyConversationHasOneOwner() {
        Database database = new Database(
                settings.get("saumaton.db.url"),
                settings.get("saumaton.db.user"),
                settings.get("saumaton.db.password"));
        assertEquals(
                CONVERSATIONS,
                database.count("select count(*) from work_item where state = 'assigned' and assignment_number = 1"));
        assertEquals(CONVERSATIONS, database.count("select count(*) from work_item"));
        assertEquals(0, database.count("select count(*) from routing_input where applied_at is null"));
        assertEquals(0, database.count("select count(*) from offer where state = 'pending'"));
        assertTrue(
                database.count("select version from domain") < 3L * CONVERSATIONS,
                "turns take several inputs at a time");
    }
}
