/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In how many contacts nobody had to say a thing twice. */
@Schema(description = "The no-repeat index")
record NoRepeatSummary(
        Instant from,
        Instant to,

        @Schema(description = "Contacts that began in this time", examples = "1250")
        long contacts,

        @Schema(description = "Those in which something known was asked for", examples = "40")
        long contactsWithRepeat,

        @Schema(description = "Share of contacts without; absent when there were none", examples = "0.968")
        Double index,

        @Schema(description = "What was asked for again, most often first")
        List<Kind> kinds) {

    /** How often a kind of fact was asked for although it was known. */
    record Kind(@Schema(examples = "order-number") String kind, long questions) {}

    static NoRepeatSummary of(Instant from, Instant to, long[] contacts, List<Kind> kinds) {
        var index =
                contacts[0] == 0 ? null : Math.round(10_000.0 * (contacts[0] - contacts[1]) / contacts[0]) / 10_000.0;
        return new NoRepeatSummary(from, to, contacts[0], contacts[1], index, kinds);
    }
}
