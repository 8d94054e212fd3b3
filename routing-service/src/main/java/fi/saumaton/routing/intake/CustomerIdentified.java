/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import io.quarkus.runtime.annotations.RegisterForReflection;

import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.Situation.Promised;

/** What routing reads of {@code customer.events}: a conversation has a customer, and the situation they come in. */
@RegisterForReflection(
        targets = {CustomerIdentified.class, CustomerIdentified.Situation.class, CustomerIdentified.OpenPromise.class})
record CustomerIdentified(
        @NotNull UUID customerId,
        @NotNull UUID conversationId,
        @Positive long conversationVersion,
        String channel,
        @NotBlank String channelKind,
        Situation situation,
        Instant firstMessageAt) {

    static final String TYPE = "fi.saumaton.customer.identified.v1";

    /**
     * @param purchasesAmount of the last 365 days, in the company's currency
     * @param brokenPromises within the last 30 days
     * @param frustration 0 to −10, where it is known
     */
    record Situation(
            String language,
            String lastAgentId,
            Instant lastAgentAt,
            String stage,
            Integer openPromises,
            Double purchasesAmount,
            Double frustration,
            Integer brokenPromises,
            List<OpenPromise> promises) {
        private static final Situation UNKNOWN = new Situation(null, null, null, null, null, null, null, null, null);
        private static final Set<String> DUE = Set.of("due-soon", "late");

        private Promised promise() {
            if (brokenPromises != null && brokenPromises > 0) {
                return Promised.BROKEN;
            }
            if (promises != null && promises.stream().anyMatch(one -> DUE.contains(String.valueOf(one.state())))) {
                return Promised.DUE;
            }
            return openPromises != null && openPromises > 0 ? Promised.OPEN : null;
        }
    }

    /** What is read of a promise. */
    record OpenPromise(String state) {}

    Input.WorkArrived work() {
        Situation known = situation == null ? Situation.UNKNOWN : situation;
        return new Input.WorkArrived(
                conversationId,
                conversationVersion,
                new fi.saumaton.routing.engine.Situation(
                        customerId,
                        channel,
                        channelKind,
                        language(known),
                        known.lastAgentId(),
                        known.lastAgentAt(),
                        known.stage(),
                        known.purchasesAmount(),
                        known.frustration(),
                        known.promise()),
                firstMessageAt);
    }

    /** The language alone of a BCP 47 tag: {@code sv} of {@code sv-FI}. */
    private static String language(Situation situation) {
        String language = situation.language() == null
                ? ""
                : Locale.forLanguageTag(situation.language()).getLanguage();
        return language.isEmpty() ? null : language;
    }
}
