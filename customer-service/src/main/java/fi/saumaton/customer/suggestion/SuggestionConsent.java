/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.consent.ConsentService;
import fi.saumaton.customer.consent.ConsentState;

/** Whether a customer may be offered things: their consent to the purpose {@code profiling}. */
@ApplicationScoped
class SuggestionConsent {
    private static final String PURPOSE = "profiling";
    private static final String GIVEN = "given";
    private static final String WITHDRAWN = "withdrawn";

    private final ConsentService consents;
    private final boolean needed;

    SuggestionConsent(ConsentService consents, SuggestionConfig config) {
        this.consents = consents;
        this.needed = config.consentNeeded();
    }

    /** Inside the caller's session. */
    Uni<Boolean> allows(UUID customerId) {
        return consents.at(customerId, null)
                .map(all -> all.consents().stream()
                        .filter(consent -> consent.purpose().equals(PURPOSE))
                        .map(ConsentState::state)
                        .anyMatch(state -> needed ? state.equals(GIVEN) : !state.equals(WITHDRAWN)));
    }
}
