/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.contact.ConversationEvent.Begun;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.identity.Identification;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.identity.Sighting;
import fi.saumaton.customer.issue.Arrival;
import fi.saumaton.customer.issue.IssueService;
import fi.saumaton.customer.issue.Placement;
import fi.saumaton.customer.timeline.TitleRule;
import fi.saumaton.kit.event.OutgoingEvent;

/** Conversations that begin, or begin again: each finds its customer and its issue. Many at once, in the same statements. */
@ApplicationScoped
class OpeningService {
    private final ContactRepository contacts;
    private final IdentityService identities;
    private final IssueService issues;
    private final SenderRule senderRule;
    private final ObjectMapper mapper;
    private final Clock clock;

    OpeningService(
            ContactRepository contacts,
            IdentityService identities,
            IssueService issues,
            HandleRule handleRule,
            ObjectMapper mapper,
            Clock clock) {
        this.contacts = contacts;
        this.identities = identities;
        this.issues = issues;
        this.senderRule = new SenderRule(handleRule);
        this.mapper = mapper;
        this.clock = clock;
    }

    /** A beginning with all that is known of it so far. */
    private record Opening(Begun begun, SenderRule.Reading reading, Contact before, String title, String said) {
        /** A sender who has proven nothing in a conversation that is known stays whoever they were. */
        boolean sighted() {
            return before == null || !reading.proven().isEmpty();
        }

        /** What a machine wrote first is nobody's matter, as long as nobody writes. */
        boolean asks() {
            return !begun.automatic() || before != null && before.issueId() != null;
        }

        Sighting sighting() {
            return new Sighting(
                    begun.conversationId(),
                    reading.proven(),
                    begun.sender().displayName(),
                    begun.language(),
                    begun.channel(),
                    begun.at());
        }
    }

    /** @param beginnings at most one of each conversation */
    Uni<Void> open(List<Begun> beginnings, ContactRound round) {
        return release(beginnings, round)
                .map(nothing ->
                        beginnings.stream().map(begun -> opening(begun, round)).toList())
                .chain(openings -> who(openings).chain(who -> about(openings, who, round)));
    }

    private Uni<Void> release(List<Begun> beginnings, ContactRound round) {
        var fresh = beginnings.stream()
                .map(Begun::conversationId)
                .filter(id -> round.contact(id) == null)
                .toList();
        return contacts.release(fresh)
                .invoke(held -> held.forEach(message -> round.released(read(message), message)))
                .replaceWithVoid();
    }

    private Opening opening(Begun begun, ContactRound round) {
        var text = round.firstText(begun);
        return new Opening(
                begun,
                senderRule.read(begun.sender()),
                round.contact(begun.conversationId()),
                TitleRule.title(begun.subject(), text),
                Arrival.said(begun.subject(), text));
    }

    /** Whom each conversation is with; customers are locked from here on. */
    private record Who(Map<UUID, Identification> identified, Map<UUID, UUID> survivors) {}

    private Uni<Who> who(List<Opening> openings) {
        var sightings = openings.stream()
                .filter(Opening::sighted)
                .map(Opening::sighting)
                .toList();
        var before = openings.stream()
                .map(Opening::before)
                .filter(Objects::nonNull)
                .map(Contact::customerId)
                .distinct()
                .toList();
        return identities
                .identify(sightings)
                .chain(identified -> identities.hold(before).map(survivors -> new Who(identified, survivors)));
    }

    private Uni<Void> about(List<Opening> openings, Who who, ContactRound round) {
        Map<UUID, Arrival> arrivals = new HashMap<>();
        List<Arrival> ordered = new ArrayList<>();
        for (var opening : openings) {
            var arrival = arrival(opening, who);
            arrivals.put(arrival.conversationId(), arrival);
            if (opening.asks()) {
                ordered.add(arrival);
            }
        }
        return issues.place(ordered).chain(placements -> {
            var saved = openings.stream()
                    .map(opening -> contact(
                            opening,
                            arrivals.get(opening.begun().conversationId()),
                            placements.get(opening.begun().conversationId())))
                    .toList();
            saved.forEach(contact -> note(contact, who, arrivals, placements, round));
            openings.forEach(opening -> opening.reading()
                    .claims()
                    .forEach(handle -> round.claim(
                            opening.begun().conversationId(),
                            handle,
                            opening.begun().at())));
            return contacts.save(saved);
        });
    }

    private Arrival arrival(Opening opening, Who who) {
        var begun = opening.begun();
        var before = opening.before();
        var identified = who.identified().get(begun.conversationId());
        var survivorBefore = before == null ? null : who.survivors().get(before.customerId());
        var survivor = identified == null ? survivorBefore : identified.customerId();
        return new Arrival(
                begun.conversationId(),
                begun.version(),
                survivor,
                identified == null ? before.customerId() : identified.recordedUnder(),
                identified != null && identified.created(),
                before == null ? null : before.issueId(),
                before != null && !survivor.equals(survivorBefore),
                opening.title() == null ? begun.reference() : opening.title(),
                opening.said(),
                begun.at(),
                begun.channel(),
                begun.channelKind());
    }

    /** @param placement null when it has no issue yet */
    private static Contact contact(Opening opening, Arrival arrival, Placement placement) {
        var begun = opening.begun();
        var before = opening.before();
        return new Contact(
                begun.conversationId(),
                begun.version(),
                begun.reference(),
                begun.channel(),
                begun.channelKind(),
                arrival.recordedUnder(),
                placement == null ? null : placement.issueId(),
                opening.reading().verified(),
                placement != null && placement.continued(),
                opening.title() == null && placement != null && !placement.continued(),
                begun.sender().displayName(),
                begun.language(),
                opening.reading().proof(),
                begun.firstMessageId(),
                before == null ? begun.at() : before.openedAt(),
                begun.at());
    }

    private void note(
            Contact contact,
            Who who,
            Map<UUID, Arrival> arrivals,
            Map<UUID, Placement> placements,
            ContactRound round) {
        var id = contact.conversationId();
        var customerId = arrivals.get(id).customerId();
        var now = clock.instant();
        round.update(contact);
        var identified = who.identified().get(id);
        if (identified != null) {
            identified
                    .events()
                    .forEach(event -> round.publish(id, OutgoingEvent.of(event.type(), customerId, now, event)));
        }
        var placement = placements.get(id);
        if (placement != null) {
            round.announce(id);
            round.placed(id, customerId, placement, now);
        }
    }

    private ConversationEvent read(ContactRepository.Held held) {
        try {
            return mapper.readValue(held.data(), ConversationEventsConsumer.TYPES.get(held.type()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A held message is unreadable", e);
        }
    }
}
