/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.routing.engine.Agent;
import fi.saumaton.routing.engine.Capacity;
import fi.saumaton.routing.engine.Effect;
import fi.saumaton.routing.engine.ItemState;
import fi.saumaton.routing.engine.Offer;
import fi.saumaton.routing.engine.OfferState;
import fi.saumaton.routing.engine.Presence;
import fi.saumaton.routing.engine.QueuedReason;
import fi.saumaton.routing.engine.Situation;
import fi.saumaton.routing.engine.WorkItem;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What routing says is what the contract shows: valid by the schema, equal to the example. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class RoutingEventContractTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("saumaton.root"), "contracts/events/routing");
    private static final UUID ITEM = UUID.fromString("0199c0de-0101-7000-8000-000000000101");
    private static final UUID CONVERSATION = UUID.fromString("0199c0de-0002-7000-8000-000000000002");
    private static final UUID CUSTOMER = UUID.fromString("0199c0de-0001-7000-8000-000000000001");
    private static final UUID OFFER = UUID.fromString("0199c0de-0102-7000-8000-000000000102");
    private static final UUID DECISION = UUID.fromString("0199c0de-0103-7000-8000-000000000103");
    private static final String JENNI = "3f1e9a52-7c0d-4b7e-9a51-0d2c5f4b8e10";
    private static final Instant QUEUED = Instant.parse("2026-11-21T09:00:00.318Z");
    private static final Instant ASSIGNED = Instant.parse("2026-11-21T09:00:12.568Z");

    @Inject
    EventJson json;

    @Inject
    ObjectMapper mapper;

    @Test
    void workThatWaits() throws IOException {
        check("work-item-queued", new Effect.Queued(item(ItemState.WAITING, null, 0, null), null, QUEUED));
    }

    @Test
    void workThatSomebodyHas() throws IOException {
        check("work-item-assigned", new Effect.Assigned(item(ItemState.ASSIGNED, JENNI, 1, ASSIGNED), "Jenni"));
    }

    @Test
    void workThatIsDone() throws IOException {
        WorkItem item = item(ItemState.DONE, JENNI, 1, ASSIGNED);
        check("work-item-done", new Effect.Done(item, Instant.parse("2026-11-21T09:14:03.5Z")));
    }

    @Test
    void workThatNobodyNeedsToDo() throws IOException {
        WorkItem item = item(ItemState.WITHDRAWN, null, 0, null);
        check("work-item-withdrawn", new Effect.Withdrawn(item, "spam", Instant.parse("2026-11-21T09:00:09.25Z")));
    }

    @Test
    void offersAndTheirEnds() throws IOException {
        check("offer-made", new Effect.OfferMade(offer(OfferState.PENDING, null, null), "Jenni"));
        check("offer-accepted", new Effect.OfferEnded(offer(OfferState.ACCEPTED, null, ASSIGNED)));
        check("offer-declined", new Effect.OfferEnded(offer(OfferState.DECLINED, "busy", ASSIGNED)));
        check("offer-rescinded", new Effect.OfferEnded(offer(OfferState.RESCINDED, "agent-offline", ASSIGNED)));
        Instant late = Instant.parse("2026-11-21T09:00:30.352Z");
        check("offer-timed-out", new Effect.OfferEnded(offer(OfferState.TIMED_OUT, null, late)));
    }

    @Test
    void presence() throws IOException {
        Instant since = Instant.parse("2026-11-21T11:30:00Z");
        Agent jenni = new Agent(
                JENNI,
                "Jenni",
                Set.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                null,
                new Capacity(5, Map.of()),
                Presence.AWAY,
                "break",
                since,
                since,
                null,
                0);
        check("agent-presence-changed", new Effect.PresenceChanged(jenni));
    }

    @Test
    void everyEventOfTheContractIsTestedHere() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS)) {
            assertEquals(
                    10,
                    files.filter(file -> file.toString().endsWith(".schema.json"))
                            .filter(file -> !file.getFileName().toString().startsWith("promise-"))
                            .count());
        }
    }

    private void check(String file, Effect effect) throws IOException {
        OutgoingEvent event = Telling.of(new Turn.Told(effect, null), QUEUED);
        String written = new String(json.write(event.data()), StandardCharsets.UTF_8);
        String example = Files.readString(CONTRACTS.resolve(file + ".v1.example.json"));
        JsonSchema schema = schema(file);

        assertEquals(mapper.readTree(example), mapper.readTree(written), file);
        assertEquals(Set.of(), schema.validate(written, InputFormat.JSON), file);
        assertEquals("urn:saumaton:schema:" + event.type(), schema.getId(), file);
    }

    private static JsonSchema schema(String file) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve(file + ".v1.schema.json")));
    }

    private static WorkItem item(ItemState state, String agent, long number, Instant assignedAt) {
        return new WorkItem(
                ITEM,
                CONVERSATION,
                1,
                1,
                new Situation(CUSTOMER, "webchat:shop", "webchat", null, null, null),
                "support",
                state,
                QueuedReason.NEW,
                true,
                QUEUED,
                QUEUED,
                Map.of(),
                0,
                Set.of(),
                null,
                agent,
                number,
                assignedAt);
    }

    private static Offer offer(OfferState state, String reason, Instant endedAt) {
        return new Offer(
                OFFER,
                ITEM,
                CONVERSATION,
                JENNI,
                "support",
                DECISION,
                state,
                reason,
                QUEUED,
                QUEUED.plusSeconds(30),
                endedAt);
    }
}
