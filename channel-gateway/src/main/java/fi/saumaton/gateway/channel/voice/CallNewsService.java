/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.conversation.Answers;
import fi.saumaton.gateway.conversation.Arrival;
import fi.saumaton.gateway.conversation.Author;
import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.gateway.conversation.ConversationWriter;
import fi.saumaton.gateway.conversation.Intake;
import fi.saumaton.gateway.stream.Recipients;
import fi.saumaton.kit.trace.Traces;
import fi.saumaton.kit.tx.Transactions;

/** What news make of calls and of their conversations. Conversations are locked before calls, as everywhere. */
@ApplicationScoped
class CallNewsService {
    /** Of the agent's stream. */
    static final String CALL_CHANGED = "call.changed";

    private final CallRepository calls;
    private final ConversationRepository conversations;
    private final ConversationWriter writer;
    private final Intake intake;
    private final Transactions transactions;
    private final Clock clock;

    CallNewsService(
            CallRepository calls,
            ConversationRepository conversations,
            ConversationWriter writer,
            Intake intake,
            Transactions transactions,
            Clock clock) {
        this.calls = calls;
        this.conversations = conversations;
        this.writer = writer;
        this.intake = intake;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Something heard of a call.
     *
     * @param customer the caller's number; null when hidden, or when it is not theirs to say
     * @param recording null when it is none
     */
    record Heard(String call, CallNews news, String customer, InboundAttachment recording) {
        static Heard of(CallNews news) {
            return new Heard(news.call(), news, null, null);
        }
    }

    /** What the agent's desk is told. */
    @RegisterForReflection
    record Changed(String callId, UUID conversationId, String direction, Call.State state, Call.Outcome outcome) {}

    /** One call before and after. */
    private record Step(Call before, Call after, Heard heard) {}

    /** Outside of a batch: news that we make ourselves, when a telephone has rung for too long. */
    Uni<Void> apply(Channel channel, CallNews news) {
        return transactions.write(() -> hear(channel, List.of(Heard.of(news))));
    }

    /** Joins the open transaction. */
    Uni<Void> hear(Channel channel, List<Heard> heard) {
        var ids = heard.stream().map(Heard::call).collect(Collectors.toSet());
        return calls.conversations(channel.name(), ids)
                .chain(stored -> calls.find(ids)
                        .map(known -> places(stored, known))
                        .call(places -> conversations.lock(places.values()))
                        .chain(places -> calls.lock(ids).map(known -> steps(channel, heard, known, places)))
                        .chain(steps -> note(channel, steps)));
    }

    private static Map<String, UUID> places(Map<String, UUID> stored, Map<String, Call> known) {
        var places = new HashMap<>(stored);
        known.forEach((id, call) -> {
            if (call.conversationId() != null) {
                places.put(id, call.conversationId());
            }
        });
        return places;
    }

    private static List<Step> steps(
            Channel channel, List<Heard> heard, Map<String, Call> known, Map<String, UUID> places) {
        var calls = new HashMap<>(known);
        var steps = new ArrayList<Step>();
        for (var one : heard) {
            var before = calls.get(one.call());
            if (before == null && one.news() instanceof CallNews.Arrived arrived && places.containsKey(one.call())) {
                before = Call.arrived(one.call(), channel.name(), one.customer(), arrived.at())
                        .in(places.get(one.call()));
            }
            if (before != null) {
                var after = one.news() == null ? before : before.on(one.news());
                calls.put(one.call(), after);
                steps.add(new Step(before, after, one));
            }
        }
        return steps;
    }

    private Uni<Void> note(Channel channel, List<Step> steps) {
        var changed = new LinkedHashMap<String, Call>();
        steps.forEach(step -> changed.put(step.after().id(), step.after()));
        return calls.save(changed.values())
                .chain(() -> intake.receive(entries(steps).map(this::arrival).toList()))
                .chain(() -> finish(channel, steps));
    }

    private static Stream<Inbound> entries(List<Step> steps) {
        return steps.stream()
                .map(step -> step.heard().news() == null
                        ? CallNotes.recording(
                                step.after(),
                                step.heard().recording(),
                                step.after().startedAt())
                        : CallNotes.of(step.before(), step.after(), step.heard().news()))
                .filter(Objects::nonNull);
    }

    private Arrival arrival(Inbound entry) {
        return new Arrival(entry, clock.instant(), Traces.current());
    }

    private static String reason(CallNews news) {
        return news instanceof CallNews.Unanswered unanswered ? unanswered.status() : "unanswered";
    }

    /** What an agent has done by calls that ended counts as their answer; and desks see where calls stand. */
    private Uni<Void> finish(Channel channel, List<Step> steps) {
        var told = steps.stream()
                .filter(step -> step.before().state() != step.after().state())
                .toList();
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = told.stream().map(step -> step.after().conversationId()).collect(Collectors.toSet());
        return conversations.lock(ids).chain(locked -> {
            var changes = new Changes(clock.instant());
            told.forEach(step -> finish(channel, step, locked.get(step.after().conversationId()), changes));
            return writer.write(changes).chain(() -> intake.receive(notReached(told, locked)));
        });
    }

    private List<Arrival> notReached(List<Step> told, Map<UUID, Conversation> locked) {
        return told.stream()
                .filter(step -> CallNotes.inVain(step.before(), step.after()))
                .map(step -> CallNotes.notReached(
                        step.after(), locked.get(step.after().conversationId()), clock.instant()))
                .filter(Objects::nonNull)
                .map(this::arrival)
                .toList();
    }

    private static void finish(Channel channel, Step step, Conversation conversation, Changes changes) {
        if (conversation == null) {
            return;
        }
        var call = step.after();
        var agent = call.agentId() == null ? step.before().agentId() : call.agentId();
        if (agent != null) {
            changes.tell(
                    Recipients.agent(agent),
                    CALL_CHANGED,
                    new Changed(call.id(), conversation.id(), call.direction(), call.state(), call.outcome()));
        }
        boolean back = step.before().state() == Call.State.CONNECTING && call.state() == Call.State.WAITING;
        if (back) {
            conversation.giveBack(
                    agent, step.before().assignmentNumber(), reason(step.heard().news()), changes);
        }
        var done = CallNotes.ofAgent(step.before(), call, changes.now());
        if (done != null && agent != null) {
            var draft = new Answers.Draft(done, Content.text(), List.of(), null);
            Answers.add(conversation, channel, Author.agent(agent, call.agentName()), draft, changes);
        }
    }
}
