/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Counts the figures of an interval from nothing but logged events: conversation by conversation, issue by issue, message
 * by message. Whoever feeds it sees to it that each of them comes once and complete.
 */
public final class Recount {

    private final Interval interval;
    private final Map<Contact.State, Long> contactsByState = new EnumMap<>(Contact.State.class);
    private final Map<String, List<Duration>> waitingByChannel = new TreeMap<>();
    private final Map<String, List<Duration>> assignmentByChannel = new TreeMap<>();
    private final Set<UUID> customers = new HashSet<>();
    private final Map<Offer.Outcome, Long> offersByOutcome = new EnumMap<>(Offer.Outcome.class);
    private long offersMade;
    private long issuesOpened;
    private long issuesResolved;
    private long issuesResolvedAtFirstContact;
    private long messagesReceived;
    private long messagesAutomatic;
    private long messagesSent;

    public Recount(Interval interval) {
        this.interval = interval;
    }

    /** Takes all that is known of one conversation. */
    public void addConversation(Collection<LoggedEvent> events) {
        Contact.of(events).stream()
                .filter(contact -> contact.countsIn(interval))
                .forEach(this::add);
        Offer.of(events).stream()
                .filter(offer -> interval.contains(offer.madeAt()))
                .forEach(this::add);
    }

    private void add(Contact contact) {
        contactsByState.merge(contact.stateIn(interval), 1L, Long::sum);
        times(waitingByChannel, contact).add(contact.waited(interval));
        times(assignmentByChannel, contact).add(contact.waitedForAssignment(interval));
        if (contact.customerId() != null) {
            customers.add(contact.customerId());
        }
    }

    private static List<Duration> times(Map<String, List<Duration>> byChannel, Contact contact) {
        return byChannel.computeIfAbsent(contact.channelKind(), kind -> new ArrayList<>());
    }

    private void add(Offer offer) {
        offersMade++;
        Offer.Outcome outcome = offer.outcomeIn(interval);
        if (outcome != null) {
            offersByOutcome.merge(outcome, 1L, Long::sum);
        }
    }

    /** Takes all that is known of one issue. */
    public void addIssue(Collection<LoggedEvent> events) {
        Issue issue = Issue.of(events);
        issuesOpened += issue.openedIn(interval) ? 1 : 0;
        issuesResolved += issue.resolvedIn(interval) ? 1 : 0;
        issuesResolvedAtFirstContact += issue.resolvedAtFirstContactIn(interval) ? 1 : 0;
    }

    /** Takes one message. */
    public void addMessage(LoggedEvent message) {
        if (!interval.contains(message.at())) {
            return;
        }
        switch (message.kind()) {
            case MESSAGE_SENT -> messagesSent++;
            case MESSAGE_RECEIVED -> {
                messagesReceived += message.automatic() ? 0 : 1;
                messagesAutomatic += message.automatic() ? 1 : 0;
            }
            default -> throw new IllegalArgumentException("Not a message: " + message.kind());
        }
    }

    public Summary summary() {
        return new Summary(
                contacts(),
                times(waitingByChannel),
                times(assignmentByChannel),
                customers.size(),
                new Summary.Issues(issuesOpened, issuesResolved, issuesResolvedAtFirstContact),
                new Summary.Messages(messagesReceived, messagesAutomatic, messagesSent),
                offers());
    }

    private Summary.Contacts contacts() {
        Map<String, Long> byChannel = new TreeMap<>();
        waitingByChannel.forEach((kind, times) -> byChannel.put(kind, (long) times.size()));
        return new Summary.Contacts(
                byChannel.values().stream().mapToLong(Long::longValue).sum(),
                byChannel,
                contactsByState.getOrDefault(Contact.State.ANSWERED, 0L),
                contactsByState.getOrDefault(Contact.State.WAITING, 0L),
                contactsByState.getOrDefault(Contact.State.SETTLED, 0L));
    }

    private static Summary.Times times(Map<String, List<Duration>> byChannel) {
        Map<String, Waiting> each = new TreeMap<>();
        byChannel.forEach((kind, times) -> each.put(kind, Waiting.of(times)));
        List<Duration> all = byChannel.values().stream().flatMap(List::stream).toList();
        return new Summary.Times(Waiting.of(all), each);
    }

    private Summary.Offers offers() {
        long ended =
                offersByOutcome.values().stream().mapToLong(Long::longValue).sum();
        return new Summary.Offers(
                offersMade,
                outcome(Offer.Outcome.ACCEPTED),
                outcome(Offer.Outcome.DECLINED),
                outcome(Offer.Outcome.TIMED_OUT),
                outcome(Offer.Outcome.RESCINDED),
                offersMade - ended);
    }

    private long outcome(Offer.Outcome outcome) {
        return offersByOutcome.getOrDefault(outcome, 0L);
    }
}
