/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.contact.ConversationEvent.MessageReceived;
import fi.saumaton.customer.identity.Identification;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.identity.Sighting;
import fi.saumaton.customer.issue.Arrival;
import fi.saumaton.customer.issue.IssueService;
import fi.saumaton.customer.issue.Placement;
import fi.saumaton.kit.event.OutgoingEvent;

/** Senders who prove who they are in the middle of a conversation: a visitor signs in, a mail of the thread has the stamp. */
@ApplicationScoped
class RecognitionService {
    private final ContactRepository contacts;
    private final IdentityService identities;
    private final IssueService issues;
    private final Clock clock;

    RecognitionService(ContactRepository contacts, IdentityService identities, IssueService issues, Clock clock) {
        this.contacts = contacts;
        this.identities = identities;
        this.issues = issues;
        this.clock = clock;
    }

    Uni<Void> recognise(ContactRound round) {
        var found = round.recognitions();
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var sightings = found.entrySet().stream()
                .map(entry -> sighting(entry.getKey(), entry.getValue()))
                .toList();
        var before = found.keySet().stream().map(Contact::customerId).distinct().toList();
        return identities
                .identify(sightings)
                .chain(identified -> identities
                        .hold(before)
                        .chain(survivors -> follow(found, identified, survivors))
                        .chain(placements -> update(found, identified, placements, round)));
    }

    private Uni<Map<UUID, Placement>> follow(
            Map<Contact, ContactRound.Message> found, Map<UUID, Identification> identified, Map<UUID, UUID> survivors) {
        Map<Boolean, List<Arrival>> toOthers = found.keySet().stream()
                .filter(contact -> contact.issueId() != null)
                .collect(Collectors.partitioningBy(
                        contact -> !identified
                                .get(contact.conversationId())
                                .customerId()
                                .equals(survivors.get(contact.customerId())),
                        Collectors.mapping(
                                contact ->
                                        arrival(contact, found.get(contact), identified.get(contact.conversationId())),
                                Collectors.toList())));
        return issues.accompany(toOthers.get(false)).chain(() -> issues.follow(toOthers.get(true)));
    }

    private Uni<Void> update(
            Map<Contact, ContactRound.Message> found,
            Map<UUID, Identification> identified,
            Map<UUID, Placement> placements,
            ContactRound round) {
        List<Contact> saved = new ArrayList<>();
        found.forEach((contact, message) -> {
            var id = contact.conversationId();
            var who = identified.get(id);
            var placement = placements.get(id);
            var name = ((MessageReceived) message.event()).sender().displayName();
            var after = contact.proven(
                    who.recordedUnder(),
                    placement == null ? contact.issueId() : placement.issueId(),
                    placement == null ? contact.continued() : placement.continued(),
                    message.reading(),
                    name);
            saved.add(after);
            round.update(after);
            round.announce(id);
            publish(round, id, who, placement);
        });
        return contacts.save(saved);
    }

    private void publish(ContactRound round, UUID id, Identification who, Placement placement) {
        var now = clock.instant();
        who.events().forEach(event -> round.publish(id, OutgoingEvent.of(event.type(), who.customerId(), now, event)));
        if (placement != null) {
            round.placed(id, who.customerId(), placement, now);
        }
    }

    private static Sighting sighting(Contact contact, ContactRound.Message message) {
        var received = (MessageReceived) message.event();
        return new Sighting(
                contact.conversationId(),
                message.reading().proven(),
                received.sender().displayName(),
                contact.language(),
                contact.channel(),
                received.recordedAt());
    }

    private static Arrival arrival(Contact contact, ContactRound.Message message, Identification who) {
        var received = (MessageReceived) message.event();
        return new Arrival(
                contact.conversationId(),
                contact.version(),
                who.customerId(),
                who.recordedUnder(),
                false,
                contact.issueId(),
                true,
                contact.reference(),
                Arrival.said(received.subject(), received.text()),
                contact.beganAt(),
                contact.channel(),
                contact.channelKind());
    }
}
