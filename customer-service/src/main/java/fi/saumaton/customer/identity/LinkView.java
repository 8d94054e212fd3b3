/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A piece of evidence, as people see it. */
@Schema(description = "A piece of evidence: that a handle was proven, or that two of them are of one person")
record LinkView(
        UUID linkId,
        @Schema(description = "What the link is about") End one,

        @Schema(description = "What it is held to be of one person with; absent when the evidence is of the one alone")
        End other,

        @Schema(examples = "shop-token") String evidence,
        @Schema(examples = "1") BigDecimal confidence,

        @Schema(description = "The conversation or touchpoint that brought the evidence; absent when a person did")
        UUID source,

        @Schema(description = "A channel, a back-office system or a person's id")
        String madeBy,

        Instant madeAt,
        Instant occurredAt,

        @Schema(description = "Whether a person made it in spite of what spoke against it")
        boolean override,

        @Schema(description = "Why a person made it") String reason,

        @Schema(
                examples = "followed",
                enumeration = {"followed", "refused", "revoked"})
        String state,

        @Schema(
                description = "Why it is not followed; absent when it was not then, but is now",
                enumeration = {
                    "different-people",
                    "marked-different",
                    "shared-handle",
                    "too-many-handles",
                    "worn-handle"
                })
        String refusal,

        String revokedBy,
        Instant revokedAt,
        String revokedReason) {

    static final String FOLLOWED = "followed";
    static final String REFUSED = "refused";
    static final String REVOKED = "revoked";

    /** A handle, or somebody who has none. */
    record End(
            @Schema(description = "The id that everything which came through the handle is recorded under")
            UUID customerId,

            String kind,
            String value) {}

    boolean followed() {
        return state.equals(FOLLOWED);
    }

    /**
     * As it was when others belonged together: what held them together was followed then.
     *
     * @param members all that belonged to the customer then
     */
    LinkView then(Set<UUID> members) {
        if (state.equals(REVOKED)) {
            return this;
        }
        boolean held = other == null || members.contains(one.customerId()) && members.contains(other.customerId());
        return new LinkView(
                linkId,
                one,
                other,
                evidence,
                confidence,
                source,
                madeBy,
                madeAt,
                occurredAt,
                override,
                reason,
                held ? FOLLOWED : REFUSED,
                held ? null : refusal,
                null,
                null,
                null);
    }

    /** Two who are known to be different people. */
    record Different(UUID differenceId, End one, End other, String reason, String madeBy, Instant madeAt) {}

    /** All the evidence about a customer, also what is not followed, and what was taken back. */
    record Evidence(
            UUID customerId,
            List<LinkView> links,

            @Schema(description = "Whether there are more links than these 2,000, which are the oldest")
            boolean more,

            List<Different> differences) {}

    /** How one of the handles has come to the customer. */
    record Chain(
            @Schema(description = "The handle that is explained")
            End end,

            @Schema(description = "From the customer's first handle to this one; empty for the first one itself")
            List<LinkView> steps,

            @Schema(description = "What has proven the handle itself, the surest first")
            List<LinkView> proofs) {}

    /** Why the customer is who it is. */
    record Why(UUID customerId, List<Chain> chains) {}
}
