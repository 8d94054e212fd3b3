/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.annotation.JsonIgnore;

import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** The telephone of whoever asks. Nobody sees another's. */
@Path("/api/v1/me/telephone")
@Tag(name = "Calls")
@RolesAllowed({"agent", "supervisor"})
public class TelephoneResource {
    private final TelephoneService telephones;
    private final Caller caller;

    TelephoneResource(TelephoneService telephones, Caller caller) {
        this.telephones = telephones;
        this.caller = caller;
    }

    /**
     * Where to ring.
     *
     * @param kind {@code number}, {@code sip}, {@code browser} or {@code extension}
     * @param address E.164, a SIP address, the name of a browser client, or the digits of an extension of the company's own exchange
     */
    @Schema(name = "Telephone", examples = "{\"kind\":\"number\",\"address\":\"+358401234567\"}")
    public record View(
            @NotNull @Schema(enumeration = {"number", "sip", "browser", "extension"})
            String kind,

            @NotBlank @Size(max = 250) String address) {

        private static final String NUMBER = "\\+[1-9]\\d{6,14}";
        private static final String SIP = "sips?:[^\\s@<>\"]+@[^\\s@<>\"]+";
        private static final String EXTENSION = "\\d{1,10}";
        private static final String NAME = "[A-Za-z0-9_.-]{1,100}";

        @JsonIgnore
        @AssertTrue(message = "the address does not fit the kind")
        @Schema(hidden = true)
        public boolean isFitting() {
            return kind == null
                    || address == null
                    || switch (kind) {
                        case "number" -> address.matches(NUMBER);
                        case "sip" -> address.matches(SIP);
                        case "browser" -> address.matches(NAME);
                        case "extension" -> address.matches(EXTENSION);
                        default -> false;
                    };
        }
    }

    @GET
    @Operation(operationId = "getMyTelephone", summary = "Where the caller is rung")
    @APIResponse(responseCode = "404", description = "They have set no telephone")
    public Uni<View> get() {
        return telephones
                .find(caller.id())
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no telephone yet"))
                .map(telephone -> new View(telephone.kind().wire(), telephone.address()));
    }

    @PUT
    @Operation(
            operationId = "setMyTelephone",
            summary = "Sets where the caller is rung",
            description = "An accepted call rings there, and a customer who is called back is connected with it.")
    public Uni<View> set(@Valid @NotNull View telephone) {
        return telephones
                .set(caller.id(), new Telephone(Telephone.Kind.of(telephone.kind()), telephone.address()))
                .replaceWith(telephone);
    }

    @DELETE
    @Operation(operationId = "removeMyTelephone", summary = "Forgets it")
    @APIResponse(responseCode = "204", description = "There is none now")
    public Uni<Void> remove() {
        return telephones.remove(caller.id());
    }
}
