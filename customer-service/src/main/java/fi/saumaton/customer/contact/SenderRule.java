/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.identity.ProofRule;
import fi.saumaton.customer.identity.ProvenHandle;

/** Reads what a sender has proven and what they only claim. */
final class SenderRule {
    /** Addresses taken from one message; whoever lists more is not telling who they are. */
    static final int MAX_TYPED = 5;

    private static final int SCANNED = 10_000;
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,190}\\.[\\p{L}]{2,24}");

    private final HandleRule handleRule;

    SenderRule(HandleRule handleRule) {
        this.handleRule = handleRule;
    }

    /** A sender's handles, told apart. What can't be a handle of its kind is left out. */
    record Reading(List<ProvenHandle> proven, Set<Handle> claims) {
        boolean verified() {
            return ProofRule.verified(proven);
        }

        /** The proven handles in one text, to compare by. */
        String proof() {
            return proven.stream()
                    .map(ProvenHandle::handle)
                    .distinct()
                    .sorted()
                    .map(handle -> handle.kind() + ":" + handle.value())
                    .collect(Collectors.joining("\n"));
        }

        /** Whether something is proven here that the given proof did not hold. */
        boolean exceeds(String proof) {
            return !proven.isEmpty() && !List.of(proof.split("\n")).containsAll(List.of(proof().split("\n")));
        }
    }

    Reading read(ConversationEvent.Sender sender) {
        List<ProvenHandle> proven = new ArrayList<>();
        Set<Handle> claims = new LinkedHashSet<>();
        for (var stated : sender.handles()) {
            handleRule
                    .handle(stated.kind(), stated.value())
                    .ifPresent(handle -> ProofRule.proof(stated.proven(), stated.evidence())
                            .ifPresentOrElse(
                                    evidence -> proven.add(new ProvenHandle(handle, evidence)),
                                    () -> claims.add(handle)));
        }
        proven.forEach(handle -> claims.remove(handle.handle()));
        return new Reading(List.copyOf(proven), claims);
    }

    /** E-mail addresses typed into a text. */
    Set<Handle> typed(String text) {
        if (text == null || text.indexOf('@') < 0) {
            return Set.of();
        }
        return ADDRESS.matcher(text.substring(0, Math.min(text.length(), SCANNED)))
                .results()
                .limit(MAX_TYPED)
                .flatMap(match -> handleRule.handle(Handle.EMAIL, match.group()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
