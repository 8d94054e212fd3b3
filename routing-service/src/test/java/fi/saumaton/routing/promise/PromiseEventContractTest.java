/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is told of promises is what the contract shows: valid by the schema, equal to the example. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class PromiseEventContractTest {
    private static final Path CONTRACTS = Path.of(System.getProperty("saumaton.root"), "contracts/events/routing");
    private static final UUID ID = UUID.fromString("0199c0de-0201-7000-8000-000000000201");
    private static final UUID SUCCESSOR = UUID.fromString("0199c0de-0202-7000-8000-000000000202");
    private static final String JENNI_ID = "3f1e9a52-7c0d-4b7e-9a51-0d2c5f4b8e10";
    private static final Party JENNI = new Party(Party.AGENT, JENNI_ID, "Jenni");
    private static final Party SAMI = new Party(Party.AGENT, JENNI_ID.substring(0, 34) + "11", "Sami");
    private static final Instant CALLED = Instant.parse("2026-11-23T08:20:00Z");

    @Inject
    EventJson json;

    @Inject
    ObjectMapper mapper;

    @ParameterizedTest
    @EnumSource
    void whatIsToldIsTheExample(Happening happening) throws IOException {
        String file = happening.type().replace("fi.saumaton.promise.", "promise-");
        String example = Files.readString(CONTRACTS.resolve(file + ".example.json"));
        Instant at = Instant.parse(mapper.readTree(example).path("at").asText());
        OutgoingEvent event = PromiseEvent.of(happening, promise(happening, at), at);
        String written = new String(json.write(event.data()), StandardCharsets.UTF_8);
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve(file + ".schema.json")));

        assertEquals(mapper.readTree(example), mapper.readTree(written), file);
        assertEquals(Set.of(), schema.validate(written, InputFormat.JSON), file);
        assertEquals("urn:saumaton:schema:" + event.type(), schema.getId(), file);
    }

    private static Promise promise(Happening happening, Instant at) {
        Promise made = made();
        Promise dueSoon = made.dueSoon(SAMI, at);
        return switch (happening) {
            case MADE -> made;
            case DUE_SOON -> dueSoon;
            case RUNNING_OUT -> dueSoon.runningOut(at);
            case LATE -> dueSoon.runningOut(at).late();
            case KEPT -> made.kept(new Evidence("call", CALLED, "call-4711", "settled", JENNI, at), at);
            case BROKEN -> dueSoon.runningOut(at).late().broken("not-reached", null, at);
            case MOVED -> made.moved(SUCCESSOR, null, at);
            case CANCELLED -> made.cancelled("customer-asked", "Found it in the shop", at);
            case HANDED_OVER -> made.handedOver(JENNI);
        };
    }

    private static Promise made() {
        Instant at = Instant.parse("2026-11-20T09:00:00Z");
        Window window = new Window(Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-23T10:00:00Z"));
        Commitment what = new Commitment(
                "own",
                PromiseKind.CALL_BACK,
                "We call you back about the chain oil",
                window,
                UUID.fromString("0199c0de-0001-7000-8000-000000000001"),
                UUID.fromString("0199c0de-0003-7000-8000-000000000003"),
                UUID.fromString("0199c0de-0002-7000-8000-000000000002"),
                null,
                "phone",
                "phone:+358401234567",
                "fi",
                "support",
                JENNI,
                at,
                null);
        return Promise.made(ID, what, JENNI, new Deadlines(at, at, at), false);
    }
}
