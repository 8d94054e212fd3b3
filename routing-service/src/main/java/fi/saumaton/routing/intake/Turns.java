/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fi.saumaton.routing.dispatch.InputLog.Arrival;
import fi.saumaton.routing.engine.Input;

/**
 * Whose turn it is in the conversations of one batch: from what was known before, through the batch's events in their
 * order, to the inputs that routing has to hear of. What leaves the turn where it is makes no input.
 */
final class Turns {

    private final Map<UUID, Turn> turns = new LinkedHashMap<>();
    private final Map<UUID, Turn> changed = new LinkedHashMap<>();
    private final List<Arrival> inputs = new ArrayList<>();

    /** @param replyDue true also for a conversation of which nothing is known: it has not been answered yet */
    record Turn(UUID conversationId, boolean replyDue, long version) {
        static Turn first(UUID conversationId) {
            return new Turn(conversationId, true, 0);
        }
    }

    Turns(Collection<Turn> known) {
        known.forEach(turn -> turns.put(turn.conversationId(), turn));
    }

    void on(ConversationEvent event, String traceparent) {
        UUID id = event.conversationId();
        long version = event.version();
        switch (event) {
            case ConversationEvent.MessageReceived message -> {
                if (message.opensWithoutQuestion() && turn(id, false, version)) {
                    add(new Input.AgentReplied(id, version), traceparent);
                } else if (!message.automatic() && turn(id, true, version)) {
                    add(new Input.CustomerWrote(id, version, message.recordedAt()), traceparent);
                }
            }
            case ConversationEvent.Reopened reopening -> {
                if (turn(id, true, version)) {
                    add(new Input.CustomerWrote(id, version, reopening.reopenedAt()), traceparent);
                }
            }
            case ConversationEvent.MessageSent message -> {
                if (message.answers() && turn(id, false, version)) {
                    add(new Input.AgentReplied(id, version), traceparent);
                }
            }
            case ConversationEvent.Returned returned -> {
                // It is still our turn.
            }
            case ConversationEvent.Closed closing ->
                add(new Input.ConversationClosed(id, version, closing.reason()), traceparent);
            case ConversationEvent.DeliveryChanged delivery -> {
                // Nobody's turn changes with it.
            }
        }
    }

    /** Whether the event turns it. */
    private boolean turn(UUID id, boolean replyDue, long version) {
        Turn before = turns.computeIfAbsent(id, Turn::first);
        if (before.replyDue() == replyDue || version <= before.version()) {
            return false;
        }
        Turn after = new Turn(id, replyDue, version);
        turns.put(id, after);
        changed.put(id, after);
        return true;
    }

    private void add(Input input, String traceparent) {
        inputs.add(new Arrival(input, traceparent));
    }

    List<Arrival> inputs() {
        return inputs;
    }

    Collection<Turn> changed() {
        return changed.values();
    }

    /** All that is known after the batch. */
    Collection<Turn> all() {
        return turns.values();
    }
}
