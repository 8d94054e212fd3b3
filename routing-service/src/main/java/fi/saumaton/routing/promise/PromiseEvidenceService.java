/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;

/** Watches the conversations in which something is promised. */
@ApplicationScoped
public class PromiseEvidenceService {
    private final Transactions transactions;
    private final PromiseRepository promises;
    private final Outbox outbox;
    private final Clock clock;

    PromiseEvidenceService(Transactions transactions, PromiseRepository promises, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.promises = promises;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which of the conversations hold a promise that somebody still owes. */
    public Uni<Set<UUID>> watched(Collection<UUID> conversations) {
        return conversations.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : transactions.read(() -> promises.watched(conversations));
    }

    /** What was said, in its order; joins the consumer's transaction. */
    public Uni<Void> take(List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> conversations = contacts.stream().map(Contact::conversationId).collect(Collectors.toSet());
        return promises.lockIn(conversations).chain(found -> follow(found, contacts));
    }

    private Uni<Void> follow(List<Promise> found, List<Contact> contacts) {
        Instant now = clock.instant();
        Map<UUID, Promise> changed = new LinkedHashMap<>();
        List<OutgoingEvent> events = new ArrayList<>();
        for (Promise promise : found) {
            Promise after = follow(promise, contacts, now);
            if (after.version() != promise.version()) {
                changed.put(after.id(), after);
            }
            if (after.state() != promise.state()) {
                events.add(PromiseEvent.of(Happening.KEPT, after, now));
            }
        }
        return promises.save(changed.values()).chain(() -> outbox.append(events));
    }

    private static Promise follow(Promise promise, List<Contact> contacts, Instant now) {
        Promise current = promise;
        for (Contact contact : contacts) {
            if (contact.conversationId().equals(promise.commitment().conversationId())) {
                current = current.after(contact, now);
            }
        }
        return current;
    }

    /** One customer turned out to be another: their promises are the survivor's. Joins the consumer's transaction. */
    public Uni<Void> joined(UUID customer, UUID survivor) {
        return promises.join(customer, survivor);
    }
}
