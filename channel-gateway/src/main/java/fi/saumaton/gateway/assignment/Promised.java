/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.stream.Recipients;

/**
 * A promise of which its owner, and the named person it was escalated to, are to hear at their desks; or the customer,
 * when its time runs out. Wire form: contracts/events/routing/promise-*.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
record Promised(
        @NotNull UUID promiseId,
        @NotBlank String kind,
        @NotBlank String text,
        @NotNull Instant windowUntil,
        UUID customerId,
        UUID conversationId,
        @NotBlank String ownerType,
        @NotBlank String ownerId,
        String ownerName,
        String escalatedToId,
        String language,
        String notice) {
    /** The kinds of stream events, by the type of routing's event. */
    static final Map<String, String> TYPES = Map.of(
            "fi.saumaton.promise.due-soon.v1", "promise.due-soon",
            "fi.saumaton.promise.running-out.v1", "promise.running-out",
            "fi.saumaton.promise.late.v1", "promise.late",
            "fi.saumaton.promise.broken.v1", "promise.broken",
            "fi.saumaton.promise.handed-over.v1", "promise.handed-over");

    private static final String AGENT = "agent";

    Promised told(String as) {
        return new Promised(
                promiseId,
                kind,
                text,
                windowUntil,
                customerId,
                conversationId,
                ownerType,
                ownerId,
                ownerName,
                escalatedToId,
                language,
                as);
    }

    /** Whether it is the customer who is to hear of it. */
    boolean forCustomer() {
        return notice.equals("promise.running-out");
    }

    /** Each person once. */
    void tell(Changes changes) {
        if (forCustomer()) {
            return;
        }
        Set<String> people = new LinkedHashSet<>();
        if (AGENT.equals(ownerType)) {
            people.add(ownerId);
        }
        if (escalatedToId != null) {
            people.add(escalatedToId);
        }
        people.forEach(person -> changes.tell(Recipients.agent(person), notice, this));
    }
}
