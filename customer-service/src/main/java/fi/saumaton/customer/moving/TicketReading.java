/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import fi.saumaton.customer.contact.Tickets;
import fi.saumaton.customer.moving.source.ForeignTicket;
import fi.saumaton.customer.moving.source.ForeignTicket.Message;
import fi.saumaton.customer.moving.source.ForeignTicket.State;
import fi.saumaton.customer.timeline.Author;

/** A foreign ticket as a contact of ours. */
final class TicketReading {
    /** Of a ticket that does not say how it came in. */
    private static final String TICKET = "ticket";

    private TicketReading() {}

    static Tickets.Ticket of(Origin origin, ForeignTicket ticket, UUID customerId, UUID recordedUnder, Instant now) {
        var kind = ticket.channelKind() == null || !ticket.channelKind().matches("[a-z][a-z0-9-]{0,39}")
                ? TICKET
                : ticket.channelKind();
        var openedAt = first(now, ticket.createdAt(), firstMessage(ticket), ticket.changedAt());
        return new Tickets.Ticket(
                origin.id(Finding.TICKET, ticket.id()),
                "#" + (ticket.number() == null ? ticket.id() : ticket.number()),
                kind + ":" + origin.key(),
                kind,
                customerId,
                recordedUnder,
                ticket.contact() == null ? null : ticket.contact().name(),
                ticket.contact() == null ? null : ticket.contact().language(),
                ticket.subject(),
                openedAt,
                ticket.state() == State.ENDED ? endedAt(ticket, openedAt, now) : null,
                by(origin),
                messages(origin, ticket, openedAt));
    }

    static Author by(Origin origin) {
        return new Author("system", origin.key(), origin.key());
    }

    private static Instant firstMessage(ForeignTicket ticket) {
        return ticket.messages().isEmpty() ? null : ticket.messages().getFirst().at();
    }

    private static Instant endedAt(ForeignTicket ticket, Instant openedAt, Instant now) {
        var last =
                ticket.messages().isEmpty() ? null : ticket.messages().getLast().at();
        var ended = first(openedAt, ticket.endedAt(), ticket.changedAt(), last);
        var late = ended.isBefore(openedAt) ? openedAt : ended;
        return late.isAfter(now) ? now : late;
    }

    private static Instant first(Instant otherwise, Instant... times) {
        return Stream.of(times).filter(Objects::nonNull).findFirst().orElse(otherwise);
    }

    private static List<Tickets.Message> messages(Origin origin, ForeignTicket ticket, Instant openedAt) {
        return ticket.messages().stream()
                .map(message -> new Tickets.Message(
                        origin.id("message", ticket.id() + '\n' + message.id()),
                        first(openedAt, message.at()),
                        kind(message),
                        author(message),
                        message.text() == null ? "" : message.text()))
                .toList();
    }

    private static Tickets.Kind kind(Message message) {
        return switch (message.from()) {
            case CUSTOMER -> Tickets.Kind.RECEIVED;
            case COMPANY -> Tickets.Kind.SENT;
            case NOTE -> Tickets.Kind.NOTE;
        };
    }

    private static Author author(Message message) {
        return switch (message.from()) {
            case CUSTOMER -> Author.customer(message.author());
            case COMPANY, NOTE -> Author.agent(null, message.author());
        };
    }
}
