/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.export;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.mutiny.Uni;

/** The right to know what is kept. */
@Path("/api/v1/exports/{customerId}")
@RolesAllowed("admin")
@Tag(name = "Exports", description = "All that the platform has of one person")
public class ExportResource {
    private final ExportService exports;

    ExportResource(ExportService exports) {
        this.exports = exports;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportCustomer",
            summary = "One person's data from all services",
            description =
                    "As JSON; with Accept: text/html as a page to read, in the language of Accept-Language (fi, sv, "
                            + "en). It stands in the audit log.")
    @APIResponse(responseCode = "200", description = "All of it")
    @APIResponse(responseCode = "404", description = "There is no such customer")
    @APIResponse(responseCode = "503", description = "A service is not available: there is no half an export")
    public Uni<Export> json(
            UUID customerId, @HeaderParam("Authorization") @Parameter(hidden = true) String authorization) {
        return exports.export(customerId, authorization);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> page(
            UUID customerId,
            @HeaderParam("Authorization") @Parameter(hidden = true) String authorization,
            @Context HttpHeaders headers) {
        var wanted = headers.getAcceptableLanguages().stream()
                .map(locale -> locale.toLanguageTag())
                .toList();
        return exports.export(customerId, authorization)
                .map(export -> RestResponse.ResponseBuilder.ok(ExportPage.of(export, ExportLabels.language(wanted)))
                        .header("Content-Disposition", "attachment; filename=\"personal-data.html\"")
                        .build());
    }
}
