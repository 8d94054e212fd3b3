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

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.contact.ConversationEvent.MessageReceived;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.issue.Arrival;
import fi.saumaton.customer.issue.IssueService;
import fi.saumaton.customer.timeline.TitleRule;

/** Conversations that began with an automatic message: they find their issue when a person writes in them. */
@ApplicationScoped
class MatterService {
    private final ContactRepository contacts;
    private final IdentityService identities;
    private final IssueService issues;
    private final Clock clock;

    MatterService(ContactRepository contacts, IdentityService identities, IssueService issues, Clock clock) {
        this.contacts = contacts;
        this.identities = identities;
        this.issues = issues;
        this.clock = clock;
    }

    Uni<Void> open(ContactRound round) {
        var words = round.firstWords();
        if (words.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var waiting = words.keySet().stream().map(round::contact).toList();
        var customers = waiting.stream().map(Contact::customerId).distinct().toList();
        return identities.hold(customers).chain(survivors -> open(waiting, words, survivors, round));
    }

    private Uni<Void> open(
            List<Contact> waiting, Map<UUID, MessageReceived> words, Map<UUID, UUID> survivors, ContactRound round) {
        var arrivals = waiting.stream()
                .map(contact -> arrival(contact, words.get(contact.conversationId()), survivors))
                .toList();
        return issues.place(arrivals).chain(placements -> {
            List<Contact> saved = new ArrayList<>();
            for (var contact : waiting) {
                var id = contact.conversationId();
                var placement = placements.get(id);
                var after = contact.about(placement, words.get(id).recordedAt());
                saved.add(after);
                round.update(after);
                round.announce(id);
                round.placed(id, survivors.get(contact.customerId()), placement, clock.instant());
            }
            return contacts.save(saved);
        });
    }

    private static Arrival arrival(Contact contact, MessageReceived message, Map<UUID, UUID> survivors) {
        var title = TitleRule.title(message.subject(), message.text());
        return new Arrival(
                contact.conversationId(),
                contact.version(),
                survivors.get(contact.customerId()),
                contact.customerId(),
                false,
                null,
                false,
                title == null ? contact.reference() : title,
                Arrival.said(message.subject(), message.text()),
                message.recordedAt(),
                contact.channel(),
                contact.channelKind());
    }
}
