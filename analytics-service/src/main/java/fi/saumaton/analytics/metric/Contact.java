/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A contact: a customer opened a conversation, came back to a closed one, or wrote in one that a machine had begun.
 *
 * <p>Its waiting ends with the first answer by a person, whenever that comes, or with a person's judgement that no reply
 * is due (closed as spam or as needing no reply). Any other closing answers nobody: the customer is still waiting.
 *
 * @param contactId the id of the event that started it
 * @param customerId who it turned out to be by the latest identification; null as long as nobody has been identified
 * @param reopened whether the customer came back to a closed conversation
 * @param answeredAt the first message by a person at or after the start; null when there is none
 * @param assignedAt the first assignment to a person at or after the start; null when there is none
 * @param settledAt the first closing at or after the start by which a person judged that no reply is due, or null
 * @param automatic whether the message it started with was written by no person: then it is no contact and counts nowhere
 */
public record Contact(
        UUID contactId,
        UUID conversationId,
        UUID customerId,
        boolean reopened,
        String channel,
        String channelKind,
        Instant startedAt,
        Instant answeredAt,
        Instant assignedAt,
        Instant settledAt,
        boolean automatic) {

    private static final Set<String> NO_REPLY_DUE = Set.of("no-reply-needed", "spam");

    /** What has become of a contact. */
    public enum State {
        ANSWERED,
        SETTLED,
        WAITING
    }

    /** The contacts of one conversation, in the order in which they started. */
    public static List<Contact> of(Collection<LoggedEvent> eventsOfOneConversation) {
        List<LoggedEvent> events = InOrder.of(eventsOfOneConversation);
        UUID customer = customerOf(events);
        Set<UUID> automatic = events.stream()
                .filter(event -> event.kind() == EventKind.MESSAGE_RECEIVED && event.automatic())
                .map(LoggedEvent::messageId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Contact> started = events.stream()
                .filter(event -> event.kind().startsContact())
                .map(start -> startedBy(start, events, customer, automatic))
                .toList();
        return started.stream().anyMatch(Contact::automatic) ? withLateOnes(started, events, customer) : started;
    }

    /**
     * When a person writes in a conversation that a machine began, the matter that it then is about tells so. Each event of
     * that kind is a contact, and of those after an automatic beginning the first one counts; the others are kept as
     * automatic ones, because which is the first may turn out later.
     */
    private static List<Contact> withLateOnes(List<Contact> started, List<LoggedEvent> events, UUID customer) {
        List<Contact> all = new ArrayList<>(started);
        Set<Contact> answeredFor = new HashSet<>();
        for (LoggedEvent event : events) {
            if (event.kind().findsMatter()) {
                Contact before = lastStarted(started, event.at());
                boolean counts = before != null && before.automatic() && answeredFor.add(before);
                Contact any = started.getFirst();
                all.add(begun(event, any.channel(), any.channelKind(), events, customer, !counts));
            }
        }
        return List.copyOf(all);
    }

    private static Contact lastStarted(List<Contact> started, Instant at) {
        return started.stream()
                .filter(contact -> !contact.startedAt().isAfter(at))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Contact startedBy(
            LoggedEvent start, List<LoggedEvent> events, UUID customer, Set<UUID> automaticMessages) {
        boolean automatic = start.messageId() != null && automaticMessages.contains(start.messageId());
        return begun(start, start.channel(), start.channelKind(), events, customer, automatic);
    }

    private static Contact begun(
            LoggedEvent start,
            String channel,
            String channelKind,
            List<LoggedEvent> events,
            UUID customer,
            boolean automatic) {
        return new Contact(
                start.eventId(),
                start.conversationId(),
                customer,
                start.kind() == EventKind.CONVERSATION_REOPENED,
                channel,
                channelKind,
                start.at(),
                firstSince(start.at(), events, LoggedEvent::isHumanAnswer),
                firstSince(start.at(), events, event -> event.kind() == EventKind.WORK_ITEM_ASSIGNED),
                firstSince(start.at(), events, Contact::settles),
                automatic);
    }

    private static boolean settles(LoggedEvent event) {
        return event.kind() == EventKind.CONVERSATION_CLOSED
                && event.author() == AuthorType.AGENT
                && NO_REPLY_DUE.contains(event.reason());
    }

    private static Instant firstSince(Instant start, List<LoggedEvent> inOrder, Predicate<LoggedEvent> wanted) {
        return inOrder.stream()
                .filter(event -> !event.at().isBefore(start))
                .filter(wanted)
                .map(LoggedEvent::at)
                .findFirst()
                .orElse(null);
    }

    private static UUID customerOf(List<LoggedEvent> inOrder) {
        return inOrder.stream()
                .filter(event -> event.kind() == EventKind.CUSTOMER_IDENTIFIED)
                .max(Comparator.comparing(LoggedEvent::at).thenComparing(LoggedEvent::eventId))
                .map(LoggedEvent::customerId)
                .orElse(null);
    }

    /** Whether it counts in the interval. */
    public boolean countsIn(Interval interval) {
        return !automatic && interval.contains(startedAt);
    }

    /** What had become of it at the given moment. */
    public State stateIn(Interval interval) {
        Instant end = waitingEnd();
        if (!interval.isKnown(end)) {
            return State.WAITING;
        }
        return end.equals(answeredAt) ? State.ANSWERED : State.SETTLED;
    }

    /** How long the customer waited for a person's answer, or has been waiting so far. */
    public Duration waited(Interval interval) {
        Instant end = waitingEnd();
        return Duration.between(startedAt, interval.isKnown(end) ? end : interval.asOf());
    }

    /**
     * How long it took until a person had the conversation, or has taken so far. An answer or a judgement that no reply is
     * due shows that a person had it, even when no assignment is known.
     */
    public Duration waitedForAssignment(Interval interval) {
        Instant end = earlier(assignedAt, waitingEnd());
        return Duration.between(startedAt, interval.isKnown(end) ? end : interval.asOf());
    }

    private Instant waitingEnd() {
        return earlier(answeredAt, settledAt);
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null) {
            return other;
        }
        return other == null || !other.isBefore(one) ? one : other;
    }
}
