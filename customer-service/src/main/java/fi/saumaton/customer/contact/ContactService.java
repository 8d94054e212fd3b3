/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.erasure.Tombstones;
import fi.saumaton.customer.fact.NoRepeatService;
import fi.saumaton.customer.fact.QuestionEvent;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.issue.IssueService;
import fi.saumaton.customer.timeline.TimelineService;
import fi.saumaton.customer.timeline.TitleRule;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;

/**
 * Takes in a batch of what was said, inside the consumer's transaction. Messages of conversations that go on cost two
 * statements for the whole batch, one to read the conversations and one to write the timeline; everything else is done
 * only when something in the batch asks for it, and then for all of the batch at once.
 */
@ApplicationScoped
class ContactService {
    private static final Logger LOG = Logger.getLogger(ContactService.class);

    private final ContactRepository contacts;
    private final OpeningService openings;
    private final RecognitionService recognitions;
    private final MatterService matters;
    private final SituationRepository situations;
    private final IssueService issues;
    private final TimelineService timeline;
    private final NoRepeatService noRepeat;
    private final Tombstones tombstones;
    private final Outbox outbox;
    private final SenderRule senderRule;
    private final HandleRule handleRule;
    private final Clock clock;

    ContactService(
            ContactRepository contacts,
            OpeningService openings,
            RecognitionService recognitions,
            MatterService matters,
            SituationRepository situations,
            IssueService issues,
            TimelineService timeline,
            NoRepeatService noRepeat,
            Tombstones tombstones,
            Outbox outbox,
            HandleRule handleRule,
            Clock clock) {
        this.contacts = contacts;
        this.openings = openings;
        this.recognitions = recognitions;
        this.matters = matters;
        this.situations = situations;
        this.issues = issues;
        this.timeline = timeline;
        this.noRepeat = noRepeat;
        this.tombstones = tombstones;
        this.outbox = outbox;
        this.senderRule = new SenderRule(handleRule);
        this.handleRule = handleRule;
        this.clock = clock;
    }

    Uni<Void> take(List<ContactRound.Told> told) {
        var round = new ContactRound(told, senderRule, handleRule);
        return lock(round)
                .chain(() -> contacts.find(round.conversations()))
                .invoke(round::know)
                .chain(() -> forgetErased(round))
                .chain(() -> begin(round))
                .chain(() -> recognitions.recognise(round))
                .chain(() -> matters.open(round))
                .chain(() -> title(round))
                .chain(() -> claim(round))
                .chain(() -> contacts.hold(round.held(clock.instant())))
                .chain(() -> timeline.add(round.touchpoints()))
                .chain(() -> noRepeat.take(round.said()))
                .invoke(repeated -> repeated.forEach(event -> publish(round, event)))
                .chain(() -> publish(round));
    }

    private Uni<Void> forgetErased(ContactRound round) {
        var unknown = round.unknown();
        return unknown.isEmpty()
                ? Uni.createFrom().voidItem()
                : tombstones.dead(unknown, round.signs()).invoke(round::forget).replaceWithVoid();
    }

    Uni<Void> assigned(List<RoutingEvent.Assigned> assigned) {
        return contacts.assign(assigned);
    }

    private Uni<Void> lock(ContactRound round) {
        var beginning = round.beginning();
        return beginning.isEmpty() ? Uni.createFrom().voidItem() : contacts.lock(beginning);
    }

    /** A conversation may begin twice within a batch: once in each turn. */
    private Uni<Void> begin(ContactRound round) {
        var next = round.nextBeginnings();
        return next.isEmpty()
                ? Uni.createFrom().voidItem()
                : openings.open(next, round).chain(() -> begin(round));
    }

    private Uni<Void> title(ContactRound round) {
        Map<UUID, String> titles = new LinkedHashMap<>();
        List<Contact> titled = new ArrayList<>();
        for (var message : round.namings()) {
            var title = TitleRule.title(message.subject(), message.text());
            if (title != null) {
                var contact = round.contact(message.conversationId()).titled();
                titles.put(contact.issueId(), title);
                titled.add(contact);
                round.update(contact);
                round.announce(contact.conversationId());
            }
        }
        return titles.isEmpty()
                ? Uni.createFrom().voidItem()
                : issues.rename(titles).chain(() -> contacts.save(titled));
    }

    private Uni<Void> claim(ContactRound round) {
        return contacts.claim(round.claims())
                .invoke(fresh -> fresh.forEach(round::announce))
                .replaceWithVoid();
    }

    private void publish(ContactRound round, QuestionEvent event) {
        round.publish(
                event.conversationId(),
                OutgoingEvent.of(QuestionEvent.REPEATED, event.customerId(), clock.instant(), event));
    }

    private Uni<Void> publish(ContactRound round) {
        return situations
                .read(round.announced())
                .invoke(all -> all.forEach(identified -> {
                    LOG.debugf(
                            "Conversation %s is with customer %s about issue %s",
                            identified.conversationId(),
                            identified.customerId(),
                            identified.issue().issueId());
                    round.publish(
                            identified.conversationId(),
                            OutgoingEvent.of(
                                    IdentifiedEvent.TYPE,
                                    identified.customerId(),
                                    identified.identifiedAt(),
                                    identified));
                }))
                .chain(() -> round.events().isEmpty() ? Uni.createFrom().voidItem() : outbox.append(round.events()));
    }
}
