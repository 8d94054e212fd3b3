/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Work that was offered to a person, and what became of it. An offer whose making is not known yet is none; when two
 * outcomes are told, the earlier one holds.
 *
 * @param agentId the pseudonym of the person
 * @param outcome null while the offer is pending
 * @param endedAt null while the offer is pending
 */
public record Offer(
        UUID offerId,
        UUID conversationId,
        UUID agentId,
        String queue,
        Instant madeAt,
        Outcome outcome,
        Instant endedAt) {

    /** What can become of an offer. */
    public enum Outcome {
        ACCEPTED("accepted"),
        DECLINED("declined"),
        TIMED_OUT("timed-out"),
        RESCINDED("rescinded");

        private final String logName;

        Outcome(String logName) {
            this.logName = logName;
        }

        public String logName() {
            return logName;
        }

        private static Outcome of(EventKind kind) {
            return switch (kind) {
                case OFFER_ACCEPTED -> ACCEPTED;
                case OFFER_DECLINED -> DECLINED;
                case OFFER_TIMED_OUT -> TIMED_OUT;
                case OFFER_RESCINDED -> RESCINDED;
                default -> throw new IllegalArgumentException("No outcome of an offer: " + kind);
            };
        }
    }

    /** The offers of one conversation, in the order in which they were made. */
    public static List<Offer> of(Collection<LoggedEvent> eventsOfOneConversation) {
        List<LoggedEvent> events = InOrder.of(eventsOfOneConversation);
        Map<UUID, Offer> offers = new LinkedHashMap<>();
        events.stream()
                .filter(event -> event.kind() == EventKind.OFFER_MADE)
                .forEach(made -> offers.computeIfAbsent(made.offerId(), id -> madeBy(made, events)));
        return List.copyOf(offers.values());
    }

    private static Offer madeBy(LoggedEvent made, List<LoggedEvent> inOrder) {
        LoggedEvent end = inOrder.stream()
                .filter(event -> event.kind().endsOffer() && Objects.equals(event.offerId(), made.offerId()))
                .findFirst()
                .orElse(null);
        return new Offer(
                made.offerId(),
                made.conversationId(),
                made.agentId(),
                made.queue(),
                made.at(),
                end == null ? null : Outcome.of(end.kind()),
                end == null ? null : end.at());
    }

    /** What had become of it at the given moment; null when it was pending. */
    public Outcome outcomeIn(Interval interval) {
        return interval.isKnown(endedAt) ? outcome : null;
    }
}
