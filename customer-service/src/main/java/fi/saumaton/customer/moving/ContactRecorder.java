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
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.erasure.Tombstones;
import fi.saumaton.customer.identity.Evidence;
import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.identity.Identification;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.moving.Finding.Outcome;
import fi.saumaton.customer.moving.Finding.Tie;
import fi.saumaton.customer.moving.MovedRepository.Moved;
import fi.saumaton.customer.moving.MovedRepository.Refused;
import fi.saumaton.customer.moving.source.ForeignContact;
import fi.saumaton.customer.person.PersonService;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;

/** Finds or makes the customers of contacts, by the evidence of the system that knows them; inside a write transaction. */
@ApplicationScoped
class ContactRecorder {
    private final MovedRepository moved;
    private final IdentityService identities;
    private final PersonService people;
    private final Tombstones tombstones;
    private final Outbox outbox;
    private final HandleRule handleRule;
    private final RecordHash hash;
    private final Clock clock;

    ContactRecorder(
            MovedRepository moved,
            IdentityService identities,
            PersonService people,
            Tombstones tombstones,
            Outbox outbox,
            HandleRule handleRule,
            RecordHash hash,
            Clock clock) {
        this.moved = moved;
        this.identities = identities;
        this.people = people;
        this.tombstones = tombstones;
        this.outbox = outbox;
        this.handleRule = handleRule;
        this.hash = hash;
        this.clock = clock;
    }

    /** What is there of the contacts before they are written. */
    private record Before(Map<String, Moved> moved, Map<Handle, UUID> owners) {}

    /** What came of writing them. */
    private record After(Map<UUID, Identification> who, Map<UUID, UUID> survivors, Map<UUID, List<Refused>> refused) {}

    /** What became of each contact; of two with one id the later one counts. */
    Uni<List<Finding>> record(Origin origin, Collection<ForeignContact> contacts) {
        Map<String, ForeignContact> byId = new LinkedHashMap<>();
        contacts.forEach(contact -> byId.put(contact.id(), contact));
        List<Finding> settled = new ArrayList<>();
        return moved.find(origin, Finding.CONTACT, byId.keySet()).chain(known -> {
            List<ContactReading> coming = new ArrayList<>();
            byId.values().forEach(contact -> sort(origin, contact, known.get(contact.id()), coming, settled));
            return living(coming, settled)
                    .chain(living -> write(origin, living, known))
                    .map(written -> {
                        settled.addAll(written);
                        return settled;
                    });
        });
    }

    private void sort(
            Origin origin, ForeignContact contact, Moved known, List<ContactReading> coming, List<Finding> settled) {
        var reading = ContactReading.of(origin, contact, handleRule);
        if (known != null && known.covers(hash.of(contact), contact.changedAt())) {
            settled.add(Finding.of(Finding.CONTACT, contact.id(), Outcome.UNCHANGED, known.customerId()));
        } else if (reading.handles().isEmpty()) {
            settled.add(Finding.refused(Finding.CONTACT, contact.id(), "invalid-id"));
        } else {
            coming.add(reading);
        }
    }

    private Uni<List<ContactReading>> living(List<ContactReading> coming, List<Finding> settled) {
        var signs = coming.stream().flatMap(reading -> reading.signs().stream()).toList();
        return tombstones
                .late(signs)
                .map(late -> coming.stream()
                        .filter(reading -> {
                            boolean erased = late.contains(reading.source());
                            if (erased) {
                                settled.add(Finding.refused(
                                        Finding.CONTACT, reading.contact().id(), "erased"));
                            }
                            return !erased;
                        })
                        .toList());
    }

    private Uni<List<Finding>> write(Origin origin, List<ContactReading> living, Map<String, Moved> known) {
        if (living.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var now = clock.instant();
        var handles = living.stream()
                .flatMap(reading -> reading.plain().stream())
                .distinct()
                .toList();
        return identities
                .owners(handles)
                .chain(owners -> identities
                        .identify(living.stream()
                                .map(reading -> reading.sighting(origin, now))
                                .toList())
                        .chain(who -> after(who, owners, living))
                        .call(after -> moved.save(living.stream()
                                .map(reading -> row(origin, reading, after.who(), now))
                                .toList()))
                        .call(after -> details(origin, living, after.who(), now))
                        .call(after -> tell(after.who(), now))
                        .map(after -> living.stream()
                                .map(reading -> finding(reading, new Before(known, owners), after))
                                .toList()));
    }

    private Uni<After> after(Map<UUID, Identification> who, Map<Handle, UUID> owners, List<ContactReading> living) {
        return identities
                .survivors(owners.values())
                .chain(survivors -> moved.refused(
                                living.stream().map(ContactReading::source).toList())
                        .map(refused -> new After(who, survivors, refused)));
    }

    private Moved row(Origin origin, ContactReading reading, Map<UUID, Identification> who, Instant now) {
        var contact = reading.contact();
        return new Moved(
                origin.key(),
                Finding.CONTACT,
                contact.id(),
                hash.of(contact),
                contact.changedAt(),
                who.get(reading.source()).recordedUnder(),
                null,
                null,
                false,
                false,
                now);
    }

    private Uni<Void> details(Origin origin, List<ContactReading> living, Map<UUID, Identification> who, Instant now) {
        var all = Uni.createFrom().voidItem();
        for (var reading : living) {
            var contact = reading.contact();
            if (contact.details() != null) {
                var at = contact.changedAt() == null ? now : contact.changedAt();
                all = all.chain(() -> people.tell(
                        who.get(reading.source()).recordedUnder(),
                        origin.key() + ":" + contact.id(),
                        origin.key(),
                        at,
                        contact.details()));
            }
        }
        return all;
    }

    private Uni<Void> tell(Map<UUID, Identification> who, Instant now) {
        var events = who.values().stream()
                .flatMap(one -> one.events().stream()
                        .map(event -> OutgoingEvent.of(event.type(), one.customerId(), now, event)))
                .toList();
        return events.isEmpty() ? Uni.createFrom().voidItem() : outbox.append(events);
    }

    private static Finding finding(ContactReading reading, Before before, After after) {
        var who = after.who().get(reading.source());
        var refused = new HashMap<String, String>();
        after.refused()
                .getOrDefault(reading.source(), List.of())
                .forEach(one -> refused.put(one.handleKind(), one.reason()));
        List<Tie> ties = new ArrayList<>();
        for (var handle : reading.plain()) {
            var owner = before.owners().get(handle);
            if (owner != null) {
                boolean followed = who.customerId().equals(after.survivors().get(owner));
                ties.add(new Tie(
                        handle.kind(),
                        owner,
                        Evidence.IMPORT.code(),
                        followed ? null : refused.getOrDefault(handle.kind(), "different-people")));
            }
        }
        var id = reading.contact().id();
        boolean again = before.moved().containsKey(id);
        var outcome = again ? Outcome.CHANGED : who.created() ? Outcome.CREATED : Outcome.LINKED;
        return new Finding(
                Finding.CONTACT,
                id,
                outcome,
                who.customerId(),
                reading.left().isEmpty() ? null : "left-out: " + String.join(", ", reading.left()),
                again ? List.of() : ties);
    }
}
