/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What of all that could be offered is shown: once each, few at a time, again only when the customer said so. */
final class ShowingRule {
    private final int most;
    private final Duration contact;

    ShowingRule(int most, Duration contact) {
        this.most = most;
        this.contact = contact;
    }

    /** @param shown null when it has not been shown in this round */
    record Choice(Proposal proposal, Shown shown, int round) {
        /** The same whoever asks, so that asking writes nothing. */
        UUID id(UUID customerId) {
            var name = "%s/%s/%d".formatted(customerId, proposal.rule().ruleId(), round);
            return shown != null ? shown.id() : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * @param proposals the best first
     * @param past all that was ever shown about the customer
     */
    List<Choice> choose(List<Proposal> proposals, List<Shown> past, Instant now) {
        List<Choice> choices = new ArrayList<>();
        long answered = past.stream()
                .filter(shown -> shown.outcome() != null && isSameContact(shown, now))
                .count();
        long room = Math.max(0, most - answered);
        for (var proposal : inContactFirst(proposals, past, now)) {
            if (choices.size() < room) {
                choose(proposal, past, now).ifPresent(choices::add);
            }
        }
        return choices;
    }

    /** What is on the screens already stays there, when something better comes up. */
    private List<Proposal> inContactFirst(List<Proposal> proposals, List<Shown> past, Instant now) {
        return proposals.stream()
                .sorted(Comparator.comparingInt(proposal -> last(proposal, past)
                        .filter(shown -> shown.outcome() == null && isSameContact(shown, now))
                        .map(shown -> 0)
                        .orElse(1)))
                .toList();
    }

    private Optional<Choice> choose(Proposal proposal, List<Shown> past, Instant now) {
        var last = last(proposal, past);
        if (last.isEmpty()) {
            return Optional.of(new Choice(proposal, null, 0));
        }
        var shown = last.get();
        if (shown.outcome() == null) {
            return isSameContact(shown, now)
                    ? Optional.of(new Choice(proposal, shown, shown.round()))
                    : Optional.empty();
        }
        int days = proposal.rule().content().daysAfter(shown.outcome());
        boolean again = days > 0 && !now.isBefore(shown.outcomeAt().plus(Duration.ofDays(days)));
        return again ? Optional.of(new Choice(proposal, null, shown.round() + 1)) : Optional.empty();
    }

    private static Optional<Shown> last(Proposal proposal, List<Shown> past) {
        return past.stream()
                .filter(shown -> shown.ruleId().equals(proposal.rule().ruleId()))
                .max(Comparator.comparingInt(Shown::round).thenComparing(Shown::shownAt));
    }

    private boolean isSameContact(Shown shown, Instant now) {
        return now.isBefore(shown.shownAt().plus(contact));
    }
}
