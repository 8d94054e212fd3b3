/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.fact.NoRepeatService;
import fi.saumaton.customer.fact.Said;
import fi.saumaton.customer.issue.Arrival;
import fi.saumaton.customer.issue.IssueService;
import fi.saumaton.customer.issue.PastIssues;
import fi.saumaton.customer.timeline.Author;
import fi.saumaton.customer.timeline.TimelineService;
import fi.saumaton.customer.timeline.TitleRule;
import fi.saumaton.customer.timeline.Touchpoint;

/**
 * Contacts that another system has carried. What goes on finds its issue as a conversation of ours does, facts are learnt
 * from what was said; nobody is told, since years of history would look like news. Inside the caller's write transaction.
 */
@ApplicationScoped
public class Tickets {
    private static final String NOTE = "note";

    private final ContactRepository contacts;
    private final IssueService issues;
    private final PastIssues pastIssues;
    private final TimelineService timeline;
    private final NoRepeatService noRepeat;
    private final Clock clock;

    Tickets(
            ContactRepository contacts,
            IssueService issues,
            PastIssues pastIssues,
            TimelineService timeline,
            NoRepeatService noRepeat,
            Clock clock) {
        this.contacts = contacts;
        this.issues = issues;
        this.pastIssues = pastIssues;
        this.timeline = timeline;
        this.noRepeat = noRepeat;
        this.clock = clock;
    }

    /**
     * A matter in another system.
     *
     * @param customerId the surviving customer
     * @param recordedUnder the customer that it is recorded under
     * @param endedAt null when it goes on
     * @param by the system, as the one who ended it
     */
    public record Ticket(
            UUID conversationId,
            String reference,
            String channel,
            String channelKind,
            UUID customerId,
            UUID recordedUnder,
            String displayName,
            String language,
            String subject,
            Instant openedAt,
            Instant endedAt,
            Author by,
            List<Message> messages) {
        String firstText() {
            return messages.stream()
                    .filter(message -> message.kind() == Kind.RECEIVED)
                    .map(Message::text)
                    .findFirst()
                    .orElse(null);
        }

        String title() {
            var title = TitleRule.title(subject, firstText());
            return title == null ? reference : title;
        }
    }

    public enum Kind {
        RECEIVED,
        SENT,
        NOTE
    }

    public record Message(UUID id, Instant at, Kind kind, Author author, String text) {}

    /** @param continued whether the issue was there before the ticket */
    public record Placed(UUID issueId, boolean continued) {}

    /** Takes in tickets that are new; where each has gone, by conversation. */
    public Uni<Map<UUID, Placed>> take(List<Ticket> tickets) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var going = tickets.stream().filter(ticket -> ticket.endedAt() == null).toList();
        var ended = tickets.stream()
                .filter(ticket -> ticket.endedAt() != null)
                .map(ticket -> new PastIssues.Past(arrival(ticket), ticket.endedAt(), ticket.by(), ended(ticket)))
                .toList();
        Map<UUID, Placed> placed = new LinkedHashMap<>();
        return issues.place(going.stream().map(Tickets::arrival).toList())
                .chain(placements -> {
                    List<Touchpoint> entries = new ArrayList<>();
                    placements.forEach((conversation, placement) -> {
                        placed.put(conversation, new Placed(placement.issueId(), placement.continued()));
                        placement.touchpoint().ifPresent(entries::add);
                    });
                    return timeline.add(entries);
                })
                .chain(() -> pastIssues.record(ended))
                .invoke(past ->
                        past.forEach((conversation, issue) -> placed.put(conversation, new Placed(issue, false))))
                .chain(() -> contacts.save(
                        tickets.stream().map(ticket -> contact(ticket, placed)).toList()))
                .chain(() -> say(tickets, issuesOf(placed)))
                .replaceWith(placed);
    }

    /**
     * Takes in what was said since in tickets that are known; what is there already stays as it is.
     *
     * @param issueOf by conversation
     */
    public Uni<Void> say(List<Ticket> tickets, Map<UUID, UUID> issueOf) {
        if (tickets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var now = clock.instant();
        List<Touchpoint> entries = new ArrayList<>();
        List<Said> said = new ArrayList<>();
        for (var ticket : tickets) {
            var first = first(ticket);
            for (var message : ticket.messages()) {
                entries.add(entry(ticket, message, issueOf.get(ticket.conversationId()), now));
                if (message.kind() != Kind.NOTE) {
                    said.add(said(ticket, message, message.id().equals(first)));
                }
            }
        }
        return timeline.add(entries).chain(() -> noRepeat.take(said)).replaceWithVoid();
    }

    private static Map<UUID, UUID> issuesOf(Map<UUID, Placed> placed) {
        Map<UUID, UUID> issues = new HashMap<>();
        placed.forEach((conversation, where) -> issues.put(conversation, where.issueId()));
        return issues;
    }

    private static UUID first(Ticket ticket) {
        return ticket.messages().stream()
                .filter(message -> message.kind() == Kind.RECEIVED)
                .map(Message::id)
                .findFirst()
                .orElse(ticket.conversationId());
    }

    private static String ended(Ticket ticket) {
        return "Ended in " + ticket.by().name();
    }

    private static Arrival arrival(Ticket ticket) {
        return new Arrival(
                ticket.conversationId(),
                1,
                ticket.customerId(),
                ticket.recordedUnder(),
                false,
                null,
                false,
                ticket.title(),
                Arrival.said(ticket.subject(), ticket.firstText()),
                ticket.openedAt(),
                ticket.channel(),
                ticket.channelKind());
    }

    private static Contact contact(Ticket ticket, Map<UUID, Placed> placed) {
        var where = placed.get(ticket.conversationId());
        return new Contact(
                ticket.conversationId(),
                1,
                ticket.reference(),
                ticket.channel(),
                ticket.channelKind(),
                ticket.recordedUnder(),
                where.issueId(),
                true,
                where.continued(),
                false,
                ticket.displayName(),
                ticket.language(),
                "",
                first(ticket),
                ticket.openedAt(),
                ticket.openedAt());
    }

    private static Touchpoint entry(Ticket ticket, Message message, UUID issueId, Instant now) {
        boolean note = message.kind() == Kind.NOTE;
        return new Touchpoint(
                ticket.recordedUnder(),
                message.at(),
                message.id(),
                note ? NOTE : message.kind() == Kind.SENT ? Touchpoint.MESSAGE_SENT : Touchpoint.MESSAGE_RECEIVED,
                now,
                ticket.channel(),
                ticket.channelKind(),
                ticket.conversationId(),
                issueId,
                message.author(),
                note ? TitleRule.line(message.text()) : null,
                message.text(),
                Map.of("system", ticket.by().name(), "ticket", ticket.reference()),
                true,
                null,
                null);
    }

    private static Said said(Ticket ticket, Message message, boolean first) {
        boolean ours = message.kind() == Kind.SENT;
        return new Said(
                message.id(),
                ticket.recordedUnder(),
                ticket.conversationId(),
                message.text(),
                ours,
                first,
                ours ? "agent" : "customer",
                null,
                message.at());
    }
}
