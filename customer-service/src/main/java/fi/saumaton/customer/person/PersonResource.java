/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.Audited;
import fi.saumaton.kit.security.Caller;

/** Who customers are, as systems know it. */
@Path("/api/v1/customers/{id}/details")
@Tag(name = "Customers")
public class PersonResource {
    private static final String SOURCE = "[a-z][a-z0-9-]{0,39}:[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final String SOURCE_RULE = "must be a system and its record, for example crm:4711";

    private final PersonService people;
    private final Caller caller;

    PersonResource(PersonService people, Caller caller) {
        this.people = people;
        this.caller = caller;
    }

    /** What a system knows, and since when. */
    record DetailsRequest(
            @NotNull @Valid PersonDetails details,

            @NotNull @Schema(description = "When it was found out: of two sources the newer one counts")
            Instant occurredAt) {}

    record Details(List<PersonRepository.Detail> items) {}

    @GET
    @Audited("details")
    @RolesAllowed({"agent", "supervisor", "admin", "customers:read"})
    @Operation(
            operationId = "listDetails",
            summary = "A customer's details, with where they come from",
            description = "The newest of each first.")
    @APIResponse(responseCode = "200", description = "All that sources have said")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    public Uni<Details> details(UUID id) {
        return people.details(id).map(Details::new);
    }

    @PUT
    @Path("/{source}")
    @RolesAllowed({"supervisor", "admin", "customers:write"})
    @Operation(
            operationId = "replaceDetails",
            summary = "What a source knows of a customer",
            description = "In place of what it said before.")
    @APIResponse(responseCode = "204", description = "Taken in")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    public Uni<Void> tell(
            UUID id,
            @NotBlank @Pattern(regexp = SOURCE, message = SOURCE_RULE) @Parameter(example = "crm:4711") String source,
            @NotNull @Valid DetailsRequest request) {
        return people.tell(id, source, caller.id(), request.occurredAt(), request.details());
    }

    @DELETE
    @Path("/{source}")
    @RolesAllowed({"supervisor", "admin", "customers:write"})
    @Operation(
            operationId = "forgetDetails",
            summary = "Forget what a source knows of a customer",
            description = "Doing so twice is harmless.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    public Uni<Void> forget(
            UUID id,
            @NotBlank @Pattern(regexp = SOURCE, message = SOURCE_RULE) @Parameter(example = "crm:4711") String source) {
        return people.forget(id, source);
    }
}
