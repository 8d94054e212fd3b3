/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.customer.contact.ConversationEvent.Begun;
import fi.saumaton.customer.contact.ConversationEvent.MessageReceived;
import fi.saumaton.customer.erasure.Tombstones.Sign;

/** By what the senders in conversations nobody knows here would be known again, had they been erased. */
final class SignReader {
    private final SenderRule senderRule;
    private final Set<UUID> unknown;
    private final List<Sign> signs = new ArrayList<>();

    SignReader(SenderRule senderRule, Set<UUID> unknown) {
        this.senderRule = senderRule;
        this.unknown = unknown;
    }

    List<Sign> read(Collection<Begun> beginnings, Collection<ContactRound.Message> messages) {
        beginnings.forEach(begun -> add(begun.conversationId(), senderRule.read(begun.sender()), begun.at()));
        messages.forEach(message -> {
            if (message.event() instanceof MessageReceived received) {
                add(received.conversationId(), message.reading(), received.recordedAt());
            }
        });
        return signs;
    }

    private void add(UUID conversation, SenderRule.Reading reading, Instant at) {
        if (unknown.contains(conversation)) {
            reading.proven()
                    .forEach(proven -> signs.add(new Sign(
                            conversation,
                            proven.handle().kind(),
                            proven.handle().value(),
                            at)));
        }
    }
}
