/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.util.Map;

import fi.saumaton.kit.condition.Vocabulary;
import fi.saumaton.kit.condition.Vocabulary.Kind;

/** The words in which conditions speak of a {@link Picture}; docs/suggestions.md lists them. */
public final class PictureWords {
    private PictureWords() {}

    public static Vocabulary vocabulary() {
        return new Vocabulary()
                .shape(
                        "Customer",
                        Map.of("stage", Kind.TEXT, "language", Kind.TEXT, "verified", Kind.YES_NO, "since", Kind.TIME))
                .shape("Product", Map.of("id", Kind.TEXT, "product", Kind.TEXT, "at", Kind.TIME))
                .shape(
                        "Fact",
                        Map.of(
                                "id",
                                Kind.TEXT,
                                "kind",
                                Kind.TEXT,
                                "value",
                                Kind.TEXT,
                                "proven",
                                Kind.YES_NO,
                                "at",
                                Kind.TIME))
                .shape(
                        "Message",
                        Map.of(
                                "id",
                                Kind.TEXT,
                                "text",
                                Kind.TEXT,
                                "channel",
                                Kind.TEXT,
                                "ours",
                                Kind.YES_NO,
                                "at",
                                Kind.TIME))
                .shape(
                        "Entry",
                        Map.of(
                                "id", Kind.TEXT, "kind", Kind.TEXT, "title", Kind.TEXT, "channel", Kind.TEXT, "at",
                                Kind.TIME))
                .shape(
                        "Issue",
                        Map.of(
                                "id",
                                Kind.TEXT,
                                "title",
                                Kind.TEXT,
                                "state",
                                Kind.TEXT,
                                "contacts",
                                Kind.WHOLE,
                                "at",
                                Kind.TIME))
                .variable("now", Kind.TIME)
                .one("customer", "Customer")
                .list("bought", "Product")
                .list("asked", "Product")
                .list("facts", "Fact")
                .list("messages", "Message")
                .list("touchpoints", "Entry")
                .list("issues", "Issue")
                .variable("angry", Kind.YES_NO);
    }
}
