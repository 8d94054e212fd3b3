/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.moving.Finding.Outcome;
import fi.saumaton.customer.moving.Finding.Tie;
import fi.saumaton.customer.moving.SeenRepository.Seen;
import fi.saumaton.customer.moving.source.ForeignContact;
import fi.saumaton.customer.moving.source.SourcePage;

/** Writes the records of a page, inside the caller's write transaction. */
@ApplicationScoped
class PageWriter {
    /** Of what can't be read nobody knows what it is. */
    private static final String RECORD = "record";

    private final MovedRepository moved;
    private final ContactRecorder contacts;
    private final TicketRecorder tickets;
    private final SeenRepository seen;
    private final HandleRule handleRule;

    PageWriter(
            MovedRepository moved,
            ContactRecorder contacts,
            TicketRecorder tickets,
            SeenRepository seen,
            HandleRule handleRule) {
        this.moved = moved;
        this.contacts = contacts;
        this.tickets = tickets;
        this.seen = seen;
        this.handleRule = handleRule;
    }

    /** What became of the page's records; of a dry run, what would become of them once this is taken back. */
    Uni<List<Finding>> write(ImportJob job, SourcePage page) {
        List<Finding> findings = new ArrayList<>();
        page.unreadable().forEach(one -> findings.add(Finding.refused(RECORD, one.place(), one.reason())));
        return moved.lock(job.from())
                .chain(() -> contacts.record(job.from(), page.contacts()))
                .invoke(findings::addAll)
                .chain(() ->
                        tickets.record(job.from(), page.tickets(), job.bothWays(), missing -> expected(job, missing)))
                .invoke(findings::addAll)
                .replaceWith(findings);
    }

    private Uni<Map<String, TicketRecorder.Expected>> expected(ImportJob job, List<String> missing) {
        return !job.dryRun() || missing.isEmpty() ? Uni.createFrom().item(Map.of()) : seen.records(job.id(), missing);
    }

    /** Who of a dry run's new customers is one of an earlier page; and what this page adds to that. */
    Uni<List<Finding>> remember(ImportJob job, SourcePage page, List<Finding> findings) {
        Map<String, List<Handle>> handles = new HashMap<>();
        contacts(page)
                .forEach(contact -> handles.put(
                        contact.id(),
                        ContactReading.of(job.from(), contact, handleRule).plain()));
        if (handles.isEmpty()) {
            return Uni.createFrom().item(findings);
        }
        return seen.find(
                        job.id(),
                        handles.values().stream().flatMap(List::stream).toList())
                .chain(known -> {
                    List<Finding> told = new ArrayList<>();
                    List<Seen> fresh = new ArrayList<>();
                    for (var finding : findings) {
                        var own = finding.kind().equals(Finding.CONTACT)
                                ? handles.getOrDefault(finding.externalId(), List.of())
                                : List.<Handle>of();
                        var one = same(finding, own, known);
                        told.add(one);
                        if (one.outcome() != Outcome.REFUSED) {
                            var customerId = one.outcome() == Outcome.CREATED ? null : one.customerId();
                            own.forEach(handle ->
                                    fresh.add(new Seen(handle.kind(), handle.value(), one.externalId(), customerId)));
                        }
                    }
                    return seen.note(job.id(), fresh).replaceWith(told);
                });
    }

    private static List<ForeignContact> contacts(SourcePage page) {
        List<ForeignContact> all = new ArrayList<>(page.contacts());
        page.tickets().stream().filter(ticket -> ticket.contact() != null).forEach(ticket -> all.add(ticket.contact()));
        return all;
    }

    /** Ids of customers who were taken back are nobody's. */
    private static Finding same(Finding finding, List<Handle> handles, Map<Handle, Seen> known) {
        if (finding.outcome() != Outcome.CREATED) {
            return finding;
        }
        List<Tie> ties = new ArrayList<>();
        UUID customerId = null;
        String other = null;
        for (var handle : handles) {
            var before = known.get(handle);
            if (before != null && !before.externalId().equals(finding.externalId())) {
                ties.add(new Tie(handle.kind(), before.customerId(), "import", null));
                customerId = before.customerId();
                other = before.externalId();
            }
        }
        return other == null
                ? new Finding(finding.kind(), finding.externalId(), Outcome.CREATED, null, finding.reason(), ties)
                : new Finding(
                        finding.kind(), finding.externalId(), Outcome.LINKED, customerId, "same-as: " + other, ties);
    }
}
