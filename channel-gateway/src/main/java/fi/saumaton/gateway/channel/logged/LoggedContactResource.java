/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.logged;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.ingress.Ingress;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Writing down what was said elsewhere. */
@Path("/api/v1/logged-contacts")
@Tag(name = "Channels")
@RolesAllowed({"agent", "supervisor", "admin", "colleague"})
public class LoggedContactResource {
    private static final String JSON = "application/json";

    private final LoggedChannels channels;
    private final Ingress ingress;
    private final Caller caller;
    private final ObjectMapper mapper;
    private final Clock clock;

    LoggedContactResource(LoggedChannels channels, Ingress ingress, Caller caller, ObjectMapper mapper, Clock clock) {
        this.channels = channels;
        this.ingress = ingress;
        this.caller = caller;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** {@code id}: the entry's, the same for the same idempotency key. */
    public record Accepted(String id) {}

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "logContact",
            summary = "Writes down a contact that no channel brought",
            description =
                    "Becomes a conversation of the place it was said at, on the customer's timeline. With an Idempotency-Key the same is written once.")
    @APIResponse(responseCode = "202", description = "Accepted; stored in a moment")
    @APIResponse(
            responseCode = "422",
            description = "Incomplete, from the future, or of a place that is not configured")
    public Uni<Accepted> log(
            @HeaderParam("Idempotency-Key") @Size(max = 100) String idempotencyKey,
            @Valid @NotNull LoggedContact contact) {
        var channel = channels.find(contact.channel())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID, "There is no such place to log contacts from")
                        .with("field", "channel"));
        var now = clock.instant();
        if (contact.occurredAt() != null && contact.occurredAt().isAfter(now)) {
            throw new Problem(CommonProblem.INVALID, "It has not happened yet").with("field", "occurredAt");
        }
        var id = idempotencyKey == null ? Ids.next().toString() : caller.id() + ":" + idempotencyKey;
        var entry = new LoggedChannel.Entry(
                id, contact, contact.occurredAt() == null ? now : contact.occurredAt(), caller.name());
        return ingress.append(
                        new RawInbound(channel.name(), now, JSON, Map.of(), bytes(entry)),
                        contact.from().value())
                .replaceWith(new Accepted(id));
    }

    private byte[] bytes(LoggedChannel.Entry entry) {
        try {
            return mapper.writeValueAsString(entry).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
