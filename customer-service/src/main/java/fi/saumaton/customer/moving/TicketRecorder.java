/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.contact.Tickets;
import fi.saumaton.customer.erasure.Tombstones;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.moving.Finding.Outcome;
import fi.saumaton.customer.moving.MovedRepository.Moved;
import fi.saumaton.customer.moving.source.ForeignTicket;
import fi.saumaton.customer.moving.source.ForeignTicket.State;

/** Takes in tickets of contacts who have moved in, or come along; inside a write transaction. */
@ApplicationScoped
class TicketRecorder {
    private final MovedRepository moved;
    private final ContactRecorder contacts;
    private final IdentityService identities;
    private final Tickets tickets;
    private final SyncRepository sync;
    private final IssueStates states;
    private final Tombstones tombstones;
    private final RecordHash hash;
    private final Clock clock;

    TicketRecorder(
            MovedRepository moved,
            ContactRecorder contacts,
            IdentityService identities,
            Tickets tickets,
            SyncRepository sync,
            IssueStates states,
            Tombstones tombstones,
            RecordHash hash,
            Clock clock) {
        this.moved = moved;
        this.contacts = contacts;
        this.identities = identities;
        this.tickets = tickets;
        this.sync = sync;
        this.states = states;
        this.tombstones = tombstones;
        this.hash = hash;
        this.clock = clock;
    }

    /** A ticket with whom it is of. */
    private record Known(ForeignTicket ticket, Moved before, UUID recordedUnder) {}

    /**
     * What became of each ticket, and of the contacts who came along with them.
     *
     * @param bothWays whether what has changed here counts as much as what has changed there
     * @param expected finds whom a contact would be who has not moved in: in dry runs alone
     */
    Uni<List<Finding>> record(
            Origin origin,
            Collection<ForeignTicket> all,
            boolean bothWays,
            Function<List<String>, Uni<Map<String, Expected>>> expected) {
        Map<String, ForeignTicket> byId = new LinkedHashMap<>();
        all.forEach(ticket -> byId.put(ticket.id(), ticket));
        List<Finding> found = new ArrayList<>();
        var people = byId.values().stream()
                .map(ForeignTicket::contactId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return moved.find(origin, Finding.CONTACT, people)
                .chain(there -> expected.apply(people.stream()
                                .filter(id -> !there.containsKey(id))
                                .toList())
                        .chain(others -> owners(origin, byId.values(), there, others, found)
                                .chain(owners -> moved.find(origin, Finding.TICKET, byId.keySet())
                                        .map(before -> known(byId.values(), before, owners, others, found)))))
                .chain(known -> living(origin, known, found))
                .chain(living -> write(origin, living, bothWays, found))
                .replaceWith(found);
    }

    /** @param customerId whom a contact would be linked to; null for somebody new */
    record Expected(UUID customerId) {}

    /** Contacts who are not here, and came along with their tickets, are written first. */
    private Uni<Map<String, UUID>> owners(
            Origin origin,
            Collection<ForeignTicket> all,
            Map<String, Moved> there,
            Map<String, Expected> others,
            List<Finding> found) {
        var along = all.stream()
                .map(ForeignTicket::contact)
                .filter(contact ->
                        contact != null && !there.containsKey(contact.id()) && !others.containsKey(contact.id()))
                .toList();
        return along.isEmpty()
                ? Uni.createFrom().item(customers(there))
                : contacts.record(origin, along)
                        .invoke(found::addAll)
                        .chain(() -> moved.find(
                                origin,
                                Finding.CONTACT,
                                all.stream()
                                        .map(ForeignTicket::contactId)
                                        .filter(Objects::nonNull)
                                        .toList()))
                        .map(TicketRecorder::customers);
    }

    private static Map<String, UUID> customers(Map<String, Moved> known) {
        Map<String, UUID> customers = new HashMap<>();
        known.forEach((id, one) -> customers.put(id, one.customerId()));
        return customers;
    }

    private List<Known> known(
            Collection<ForeignTicket> all,
            Map<String, Moved> before,
            Map<String, UUID> owners,
            Map<String, Expected> others,
            List<Finding> found) {
        List<Known> known = new ArrayList<>();
        for (var ticket : all) {
            var one = before.get(ticket.id());
            var owner = one != null ? one.customerId() : owners.get(ticket.contactId());
            var other = others.get(ticket.contactId());
            if (one != null && one.covers(hash.of(ticket), ticket.changedAt())) {
                found.add(Finding.of(Finding.TICKET, ticket.id(), Outcome.UNCHANGED, owner));
            } else if (owner == null && other != null && other.customerId() == null) {
                found.add(Finding.of(Finding.TICKET, ticket.id(), Outcome.CREATED, null));
            } else if (owner == null && other == null) {
                found.add(Finding.refused(Finding.TICKET, ticket.id(), "unknown-customer"));
            } else {
                known.add(new Known(ticket, one, owner == null ? other.customerId() : owner));
            }
        }
        return known;
    }

    private Uni<List<Known>> living(Origin origin, List<Known> known, List<Finding> found) {
        if (known.isEmpty()) {
            return Uni.createFrom().item(known);
        }
        var conversations =
                known.stream().map(one -> conversation(origin, one.ticket())).toList();
        return tombstones
                .dead(conversations, List.of())
                .map(dead -> known.stream()
                        .filter(one -> {
                            boolean erased = dead.contains(conversation(origin, one.ticket()));
                            if (erased) {
                                found.add(Finding.refused(
                                        Finding.TICKET, one.ticket().id(), "erased"));
                            }
                            return !erased;
                        })
                        .toList());
    }

    private static UUID conversation(Origin origin, ForeignTicket ticket) {
        return origin.id(Finding.TICKET, ticket.id());
    }

    private Uni<Void> write(Origin origin, List<Known> living, boolean bothWays, List<Finding> found) {
        if (living.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var now = clock.instant();
        return identities
                .hold(living.stream().map(Known::recordedUnder).distinct().toList())
                .chain(survivors -> {
                    List<Tickets.Ticket> fresh = new ArrayList<>();
                    List<Tickets.Ticket> again = new ArrayList<>();
                    Map<UUID, UUID> issueOf = new HashMap<>();
                    for (var one : living) {
                        var ticket = TicketReading.of(
                                origin, one.ticket(), survivors.get(one.recordedUnder()), one.recordedUnder(), now);
                        (one.before() == null ? fresh : again).add(ticket);
                        if (one.before() != null) {
                            issueOf.put(ticket.conversationId(), one.before().issueId());
                        }
                    }
                    return tickets.say(again, issueOf)
                            .chain(() -> tickets.take(fresh))
                            .call(() -> states(origin, living, bothWays))
                            .chain(placed -> save(origin, living, placed, survivors, found, now));
                });
    }

    /** A ticket that began an issue ends it, and opens it again; what people have decided here stands. */
    private Uni<Void> states(Origin origin, List<Known> living, boolean bothWays) {
        var own = living.stream()
                .filter(one -> one.before() != null && one.before().opened())
                .toList();
        return own.isEmpty()
                ? Uni.createFrom().voidItem()
                : sync.endedHere(own.stream().map(one -> one.before().issueId()).toList())
                        .chain(here -> states(origin, own, here, bothWays));
    }

    private Uni<Void> states(Origin origin, List<Known> own, Map<UUID, Boolean> endedHere, boolean bothWays) {
        var all = Uni.createFrom().voidItem();
        for (var one : own) {
            var before = one.before();
            boolean theirs = one.ticket().state() == State.ENDED;
            boolean ours = endedHere.getOrDefault(before.issueId(), before.ended());
            var step = SyncRule.decide(before.ended(), ours, theirs);
            if (step == SyncRule.Step.TAKE_THEIRS) {
                all = all.chain(() -> states.set(origin, before.issueId(), theirs));
            } else if (step == SyncRule.Step.CONFLICT && bothWays) {
                all = all.chain(
                        () -> sync.conflict(before, ours, theirs, one.ticket().changedAt(), clock.instant()));
            }
        }
        return all;
    }

    private Uni<Void> save(
            Origin origin,
            List<Known> living,
            Map<UUID, Tickets.Placed> placed,
            Map<UUID, UUID> survivors,
            List<Finding> found,
            Instant now) {
        List<Moved> rows = new ArrayList<>();
        for (var one : living) {
            var ticket = one.ticket();
            var conversation = conversation(origin, ticket);
            var where = placed.get(conversation);
            var outcome = where == null ? Outcome.CHANGED : where.continued() ? Outcome.CONTINUED : Outcome.CREATED;
            var finding = Finding.of(Finding.TICKET, ticket.id(), outcome, survivors.get(one.recordedUnder()));
            found.add(ticket.left() == 0 ? finding : finding.because("messages-left-out: " + ticket.left()));
            rows.add(new Moved(
                    origin.key(),
                    Finding.TICKET,
                    ticket.id(),
                    hash.of(ticket),
                    ticket.changedAt(),
                    one.recordedUnder(),
                    conversation,
                    where == null ? one.before().issueId() : where.issueId(),
                    where == null ? one.before().opened() : !where.continued(),
                    ticket.state() == State.ENDED,
                    now));
        }
        return moved.save(rows);
    }
}
