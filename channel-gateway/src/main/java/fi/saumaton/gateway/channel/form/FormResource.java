/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.form;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.ingress.Ingress;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Contact forms, open to everybody. */
@Path("/api/v1/forms/{form}/messages")
@Tag(name = "Forms")
@PermitAll
public class FormResource {
    private static final String JSON = "application/json";

    private final FormChannels forms;
    private final FormReceiptService receipts;
    private final Ingress ingress;
    private final ObjectMapper mapper;
    private final MeterRegistry metrics;
    private final Clock clock;

    FormResource(
            FormChannels forms,
            FormReceiptService receipts,
            Ingress ingress,
            ObjectMapper mapper,
            MeterRegistry metrics,
            Clock clock) {
        this.forms = forms;
        this.receipts = receipts;
        this.ingress = ingress;
        this.mapper = mapper;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** {@code receipt}: what to ask with for the reference. */
    public record FormReceipt(UUID receipt) {}

    /** {@code reference}: what to name in further mails and calls. */
    public record FormReference(String reference) {}

    @POST
    @Operation(
            operationId = "sendForm",
            summary = "Sends a contact form",
            description =
                    "An e-mail address or a phone number must be there. Accepted when it is durable; its reference is there a moment later, at the address in Location.")
    @APIResponse(responseCode = "202", description = "Accepted")
    @APIResponse(responseCode = "429", description = "Too many at once")
    public Uni<RestResponse<FormReceipt>> send(
            String form, @Valid @NotNull FormMessage message, HttpServerRequest request) {
        var channel = find(form);
        channel.limits().take(request.remoteAddress().hostAddress(), System.nanoTime());
        if (!message.canBeAnswered()) {
            throw new Problem(CommonProblem.INVALID, "An e-mail address or a phone number is needed to answer")
                    .with("field", "email");
        }
        var receipt = UUID.randomUUID();
        if (message.isByProgram()) {
            metrics.counter("saumaton.form.refused", "reason", "honeypot").increment();
            return Uni.createFrom().item(accepted(form, receipt));
        }
        var entry = new FormChannel.Entry(receipt, message);
        return ingress.append(
                        new RawInbound(channel.name(), clock.instant(), JSON, Map.of(), bytes(entry)),
                        receipt.toString())
                .replaceWith(() -> accepted(form, receipt));
    }

    @GET
    @Path("{receipt}")
    @Operation(operationId = "readFormReference", summary = "The reference of a form that was sent")
    @APIResponse(responseCode = "404", description = "Not there, or not yet: ask again in a second")
    public Uni<FormReference> reference(String form, UUID receipt) {
        return receipts.reference(find(form).name(), receipt)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such message, or it is on its way"))
                .map(FormReference::new);
    }

    private static RestResponse<FormReceipt> accepted(String form, UUID receipt) {
        return RestResponse.ResponseBuilder.create(Response.Status.ACCEPTED, new FormReceipt(receipt))
                .location(URI.create("/api/v1/forms/" + form + "/messages/" + receipt))
                .build();
    }

    private FormChannel find(String form) {
        return forms.find(form).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such form"));
    }

    private byte[] bytes(FormChannel.Entry entry) {
        try {
            return mapper.writeValueAsString(entry).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
