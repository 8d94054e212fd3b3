/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.util.Comparator;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.picture.Picture;

/**
 * Whether a customer may be offered things: the newest word on it in the timeline, as the company's systems tell it
 * ({@code consent-given}, {@code consent-withdrawn}, titled {@code suggestions}).
 */
@ApplicationScoped
class SuggestionConsent {
    private static final String GIVEN = "consent-given";
    private static final String WITHDRAWN = "consent-withdrawn";
    private static final String PURPOSE = "suggestions";

    private final boolean needed;

    SuggestionConsent(SuggestionConfig config) {
        this.needed = config.consentNeeded();
    }

    Uni<Boolean> allows(Picture picture) {
        var said = picture.touchpoints().stream()
                .filter(entry -> Set.of(GIVEN, WITHDRAWN).contains(entry.kind()) && PURPOSE.equals(entry.title()))
                .max(Comparator.comparing(Picture.Entry::at))
                .map(entry -> entry.kind().equals(GIVEN));
        return Uni.createFrom().item(said.orElse(!needed));
    }
}
