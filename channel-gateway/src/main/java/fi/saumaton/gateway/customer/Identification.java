/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.customer;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.gateway.conversation.ConversationWriter;
import fi.saumaton.gateway.conversation.CustomerSummary;
import fi.saumaton.gateway.conversation.Told;
import fi.saumaton.gateway.erasure.Tombstones;
import fi.saumaton.kit.event.RefusedEventException;

/** What customer-service's events change here, a batch in a handful of statements. Joins the open transaction. */
@ApplicationScoped
class Identification {
    private final ConversationRepository conversations;
    private final ConversationWriter writer;
    private final Tombstones tombstones;
    private final Clock clock;

    Identification(
            ConversationRepository conversations, ConversationWriter writer, Tombstones tombstones, Clock clock) {
        this.conversations = conversations;
        this.writer = writer;
        this.tombstones = tombstones;
        this.clock = clock;
    }

    Uni<Void> apply(List<CustomerEventsConsumer.Told> batch) {
        var changes = new Changes(clock.instant());
        return concerned(batch)
                .chain(ids -> conversations
                        .lock(ids)
                        .call(locked -> erased(ids, locked).invoke(erased -> apply(batch, locked, erased, changes))))
                .chain(() -> writer.write(changes));
    }

    /** Of the conversations that are not here any more those that were erased: what still comes about them is nothing. */
    private Uni<Set<UUID>> erased(Set<UUID> named, Map<UUID, Conversation> locked) {
        return tombstones.erased(
                named.stream().filter(id -> !locked.containsKey(id)).toList());
    }

    private static void apply(
            List<CustomerEventsConsumer.Told> batch,
            Map<UUID, Conversation> locked,
            Set<UUID> erased,
            Changes changes) {
        var changed = new HashSet<Conversation>();
        batch.stream()
                .filter(told -> !(told.event() instanceof CustomerEvent.Identified identified
                        && erased.contains(identified.conversationId())))
                .forEach(told -> changed.addAll(apply(told, locked, changes)));
        changed.forEach(conversation -> changes.tellDesks(
                conversation, Told.CONVERSATION_UPDATED, new Told.OfConversation(conversation.view())));
    }

    private Uni<Set<UUID>> concerned(List<CustomerEventsConsumer.Told> batch) {
        var named = new HashSet<UUID>();
        var issues = new HashSet<UUID>();
        for (var told : batch) {
            switch (told.event()) {
                case CustomerEvent.Identified identified -> named.add(identified.conversationId());
                case CustomerEvent.IssueChanged issue -> issues.add(issue.issueId());
            }
        }
        if (issues.isEmpty()) {
            return Uni.createFrom().item(named);
        }
        return conversations.ofIssue(issues).map(ofIssues -> {
            named.addAll(ofIssues);
            return named;
        });
    }

    private static Collection<Conversation> apply(
            CustomerEventsConsumer.Told told, Map<UUID, Conversation> locked, Changes changes) {
        return switch (told.event()) {
            case CustomerEvent.Identified identified -> identify(identified, locked, changes);
            case CustomerEvent.IssueChanged issue -> {
                var state = told.type().equals(CustomerEventsConsumer.ISSUE_RESOLVED) ? "resolved" : "open";
                yield issueIs(issue.issueId(), state, locked, changes);
            }
        };
    }

    private static List<Conversation> identify(
            CustomerEvent.Identified event, Map<UUID, Conversation> locked, Changes changes) {
        var conversation = locked.get(event.conversationId());
        if (conversation == null) {
            throw new RefusedEventException("There is no such conversation here");
        }
        var customer = new CustomerSummary(
                event.customerId(),
                event.displayName(),
                event.verified(),
                event.claimedCustomerId(),
                event.claimedDisplayName(),
                event.claims() == null ? List.of() : event.claims());
        boolean changed = conversation.identify(
                customer, event.issue(), event.conversationVersion(), event.identifiedAt(), changes);
        return changed ? List.of(conversation) : List.of();
    }

    private static List<Conversation> issueIs(
            UUID issueId, String state, Map<UUID, Conversation> locked, Changes changes) {
        var ofIssue = locked.values().stream()
                .filter(conversation -> conversation.issue() != null
                        && issueId.equals(conversation.issue().issueId()))
                .toList();
        ofIssue.forEach(conversation -> conversation.issueIs(state, changes));
        return ofIssue;
    }
}
