/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Page;

/** What two systems that live side by side disagree on. */
@Path("/api/v1/sync/conflicts")
@Tag(name = "Imports")
@RolesAllowed({"supervisor", "admin"})
public class SyncResource {
    private final SyncService sync;
    private final Caller caller;

    SyncResource(SyncService sync, Caller caller) {
        this.sync = sync;
        this.caller = caller;
    }

    @Schema(description = "Which side counts")
    record ConflictDecision(
            @NotNull @Pattern(regexp = "ours|theirs") @Schema(examples = "theirs")
            String take) {}

    @GET
    @Operation(operationId = "listSyncConflicts", summary = "Tickets that both sides have changed, undecided ones")
    @APIResponse(responseCode = "200", description = "A page of them, the newest first")
    public Uni<Page<SyncConflict>> conflicts(
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit, @RestQuery String after) {
        return sync.conflicts(limit, after);
    }

    @POST
    @Path("/{id}/decision")
    @Operation(
            operationId = "decideSyncConflict",
            summary = "Say which side counts",
            description = "Ours is told to the other system within a minute; theirs holds here at once.")
    @APIResponse(responseCode = "200", description = "The conflict, decided")
    @APIResponse(responseCode = "404", description = "There is no such conflict")
    @APIResponse(responseCode = "409", description = "It has been decided otherwise")
    public Uni<SyncConflict> decide(UUID id, @NotNull @Valid ConflictDecision decision) {
        return sync.decide(id, decision.take(), caller.id());
    }
}
