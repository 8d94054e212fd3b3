/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.UUID;

/**
 * What routing knows of the contact, as it came with the identified customer.
 *
 * @param language ISO 639-1, null when unknown
 * @param lastAgentId who served this customer last, null when nobody has
 * @param lastAgentAt when; null with {@code lastAgentId}
 * @param stage of the customer's life cycle, null when unknown
 * @param purchases what the customer has bought within a year, in the company's currency; null when unknown
 * @param frustration 0 (effortless) to −10; null when unknown
 * @param promise how the company stands by what it has promised the customer; null when nothing is promised
 */
public record Situation(
        UUID customerId,
        String channel,
        String channelKind,
        String language,
        String lastAgentId,
        Instant lastAgentAt,
        String stage,
        Double purchases,
        Double frustration,
        Promised promise) {

    /** What is left of a promise. */
    public enum Promised {
        OPEN,
        DUE,
        BROKEN;

        @Override
        public String toString() {
            return Names.wire(this);
        }
    }

    public Situation(
            UUID customerId,
            String channel,
            String channelKind,
            String language,
            String lastAgentId,
            Instant lastAgentAt) {
        this(customerId, channel, channelKind, language, lastAgentId, lastAgentAt, null, null, null, null);
    }

    /** With what became known since; the channel stays, and of two last agents the later one counts. */
    Situation learned(Situation newer) {
        boolean servedSince =
                lastAgentAt != null && (newer.lastAgentAt == null || lastAgentAt.isAfter(newer.lastAgentAt));
        return new Situation(
                newer.customerId,
                channel,
                channelKind,
                newer.language == null ? language : newer.language,
                servedSince ? lastAgentId : newer.lastAgentId,
                servedSince ? lastAgentAt : newer.lastAgentAt,
                newer.stage == null ? stage : newer.stage,
                newer.purchases == null ? purchases : newer.purchases,
                newer.frustration == null ? frustration : newer.frustration,
                newer.promise == null ? promise : newer.promise);
    }

    Situation servedBy(String agentId, Instant at) {
        return new Situation(
                customerId, channel, channelKind, language, agentId, at, stage, purchases, frustration, promise);
    }

    /** With what routing itself has learnt; null leaves a part as it is. */
    Situation felt(Double frustration, Promised promise) {
        return new Situation(
                customerId,
                channel,
                channelKind,
                language,
                lastAgentId,
                lastAgentAt,
                stage,
                purchases,
                frustration == null ? this.frustration : frustration,
                promise == null ? this.promise : promise);
    }

    boolean atLeastAsHardAs(double limit) {
        return frustration != null && frustration <= limit;
    }
}
