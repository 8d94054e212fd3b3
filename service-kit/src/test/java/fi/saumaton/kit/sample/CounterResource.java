/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sample;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.id.Reference;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.IdempotencyKeys;
import fi.saumaton.kit.web.Problem;

@Path("/api/v1/counters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CounterResource {

    private final CounterService counters;
    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Caller caller;

    CounterResource(CounterService counters, Transactions transactions, IdempotencyKeys keys, Caller caller) {
        this.counters = counters;
        this.transactions = transactions;
        this.keys = keys;
        this.caller = caller;
    }

    public record Value(UUID counterId, int value) {}

    public record Note(
            @NotBlank @Size(max = 20) String text, @Max(10) int weight, UUID about) {}

    public record Stored(String reference, String text) {}

    public record Self(String id, String name, boolean agent, boolean writer) {}

    @PUT
    @Path("/{id}")
    @RolesAllowed({"agent", "customers:write"})
    public Uni<Void> create(UUID id) {
        return counters.create(id);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "customers:read"})
    public Uni<Value> get(UUID id) {
        return counters.value(id)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such counter"))
                .map(value -> new Value(id, value));
    }

    @POST
    @Path("/{id}/increase")
    @RolesAllowed("agent")
    public Uni<Value> increase(UUID id, @QueryParam("wish") String wish) {
        return counters.increase(id, wish).map(value -> new Value(id, value));
    }

    @POST
    @Path("/notes")
    @RolesAllowed("agent")
    public Uni<Stored> note(@HeaderParam("Idempotency-Key") String key, @Valid Note note) {
        return transactions.write(() -> keys.once(
                caller.id(),
                key,
                note,
                Stored.class,
                () -> Uni.createFrom().item(new Stored(Reference.next(), note.text()))));
    }

    @GET
    @Path("/self")
    @RolesAllowed({"agent", "customers:write"})
    public Self self() {
        return new Self(caller.id(), caller.name(), caller.is("agent"), caller.is("customers:write"));
    }

    @GET
    @Path("/broken")
    @PermitAll
    public Uni<Value> broken() {
        throw new IllegalStateException("select secret from table_of_secrets");
    }

    @GET
    @Path("/busy")
    @PermitAll
    public Uni<Value> busy() {
        throw new Problem(CommonProblem.TOO_MANY_REQUESTS, "Slowly")
                .with("limit", 5)
                .header("Retry-After", "7");
    }

    @GET
    @Path("/page")
    @PermitAll
    public Uni<String> page(@QueryParam("after") String after) {
        return Uni.createFrom().item(Cursor.parse(after).text(0));
    }

    @GET
    @Path("/slice")
    @PermitAll
    public String slice(@RestQuery @DefaultValue("50") int limit, @QueryParam("of") UUID of) {
        return limit + " of " + of;
    }
}
