/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.Optional;

/**
 * When a written conversation is evidence: we wrote after the promise was made and it arrived as far as we know; the
 * customer answered with more than thanks, or had asked before and a written answer was what we promised; and somebody
 * ended the conversation with its matter resolved. Thanks alone never count, and neither does the promising message.
 */
final class EvidenceRule {
    private static final String IN_CONVERSATION = "conversation";
    private static final String RESOLVED = "resolved";

    private EvidenceRule() {}

    /** What is known after the contact. */
    static Trail follow(Commitment commitment, Trail trail, Contact contact) {
        return switch (contact) {
            case Contact.Ours ours ->
                trail.oursAt() == null && counts(commitment, ours) ? trail.wrote(ours.at(), ours.messageId()) : trail;
            case Contact.Theirs theirs ->
                trail.oursAt() != null && trail.answeredAt() == null && !theirs.thanksOnly()
                        ? trail.answered(theirs.at())
                        : trail;
            case Contact.Undelivered failed -> failed.messageId().equals(trail.oursId()) ? trail.failed() : trail;
            case Contact.Resolved resolved -> trail;
        };
    }

    private static boolean counts(Commitment commitment, Contact.Ours ours) {
        return !ours.messageId().equals(commitment.messageId()) && ours.at().isAfter(commitment.madeAt());
    }

    /** The evidence that an ended conversation is; empty when it is none. */
    static Optional<Evidence> of(Commitment commitment, Trail trail, Contact.Resolved resolved, Instant toldAt) {
        if (!commitment.kind().keptInWriting() || trail.oursAt() == null) {
            return Optional.empty();
        }
        boolean answersTheirQuestion = commitment.kind() == PromiseKind.REPLY;
        if (trail.answeredAt() == null && !answersTheirQuestion) {
            return Optional.empty();
        }
        Instant at = answersTheirQuestion ? trail.oursAt() : trail.answeredAt();
        String ref = trail.oursId().toString();
        return Optional.of(new Evidence(IN_CONVERSATION, at, ref, RESOLVED, resolved.by(), toldAt));
    }
}
