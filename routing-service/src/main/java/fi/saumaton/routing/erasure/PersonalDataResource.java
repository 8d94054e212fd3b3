/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.erasure;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** This service's part of a person's export. The gateway asks for it; it is no public path. */
@Path("/api/v1/personal-data")
@Tag(name = "Personal data", description = "What is here of one person")
public class PersonalDataResource {
    private final PersonalDataService data;

    PersonalDataResource(PersonalDataService data) {
        this.data = data;
    }

    /** The person's conversations. */
    record Subjects(@NotNull @Size(max = 20_000) List<@NotNull UUID> conversationIds) {}

    /** Rows by table. */
    record PersonalData(Map<String, List<JsonNode>> tables) {}

    @POST
    @RolesAllowed("admin")
    @Operation(operationId = "collectPersonalData", summary = "Work, offers and decisions of conversations, row by row")
    @APIResponse(responseCode = "200", description = "What is there; tables without any are left out")
    public Uni<PersonalData> collect(@NotNull @Valid Subjects subjects) {
        return data.of(subjects.conversationIds()).map(PersonalData::new);
    }
}
