/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Tells in every service's OpenAPI that whatever goes wrong, listed or not, is answered with a problem. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String SCHEMA = "Problem";
    private static final String DEFAULT = "default";
    private static final String MEDIA_TYPE = "application/problem+json";

    /** What the framework adds by itself, in words that help. */
    private static final Map<String, String> ADDED = Map.of(
            "Bad Request", "The body or a parameter cannot be read",
            "Not Authorized", "There is no token, or it is not valid",
            "Not Allowed", "The caller's roles or scopes do not allow it");

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        if (responses != null && !responses.hasAPIResponse(DEFAULT)) {
            responses.addAPIResponse(
                    DEFAULT,
                    OASFactory.createAPIResponse()
                            .description("A problem (RFC 9457); decide by its type")
                            .content(problem()));
        }
        return operation;
    }

    private static void complete(String status, APIResponse response) {
        if (!status.startsWith("4") && !status.startsWith("5")) {
            return;
        }
        response.setDescription(ADDED.getOrDefault(response.getDescription(), response.getDescription()));
        if (response.getContent() == null && response.getRef() == null) {
            response.setContent(problem());
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        if (components == null) {
            components = OASFactory.createComponents();
            document.setComponents(components);
        }
        components.addSchema(SCHEMA, schema());
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .map(Operation::getResponses)
                    .filter(Objects::nonNull)
                    .forEach(responses -> responses.getAPIResponses().forEach(ProblemResponses::complete));
        }
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA)));
    }

    private static Schema schema() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457; further members belong to the type")
                .required(List.of("type", "title", "status"))
                .addProperty(
                        "type",
                        text("What it is, for ever: urn:saumaton:problem:<slug>")
                                .format("uri"))
                .addProperty("title", text("The type in words, in the language of Accept-Language (fi, sv, en)"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What happened this time, for the user"))
                .addProperty("instance", text("The path of the request"))
                .addProperty("traceId", text("Names this request in logs and traces"))
                .addExample(example());
    }

    /** Ordered, since the document is compared with the committed one. */
    private static Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:saumaton:problem:not-found");
        example.put("title", "Not found");
        example.put("status", 404);
        example.put("instance", "/api/v1/conversations/0199c0de-0002-7000-8000-000000000002");
        example.put("traceId", "0af7651916cd43dd8448eb211c80319c");
        return example;
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
