/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.assignment.Connector;
import fi.saumaton.gateway.conversation.Answers;
import fi.saumaton.gateway.conversation.Author;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.IdempotencyKeys;
import fi.saumaton.kit.web.Problem;

/** Decides that a telephone is to ring: for the caller who was just assigned, or because an agent wants to call. {@link Dialler} makes it ring. */
@ApplicationScoped
class ConnectService implements Connector {
    private final CallRepository calls;
    private final TelephoneService telephones;
    private final ConversationRepository conversations;
    private final VoiceChannels channels;
    private final Dialler dialler;
    private final IdempotencyKeys keys;
    private final Transactions transactions;
    private final Clock clock;

    ConnectService(
            CallRepository calls,
            TelephoneService telephones,
            ConversationRepository conversations,
            VoiceChannels channels,
            Dialler dialler,
            IdempotencyKeys keys,
            Transactions transactions,
            Clock clock) {
        this.calls = calls;
        this.telephones = telephones;
        this.conversations = conversations;
        this.channels = channels;
        this.dialler = dialler;
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What an idempotency key stands for. */
    @RegisterForReflection
    private record Request(UUID conversationId) {}

    /** The caller's telephone call, if they still wait in one. Who has no telephone is found out when it should ring. */
    @Override
    public Uni<Void> connect(List<Taken> taken) {
        if (channels.channels().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var byConversation = taken.stream().collect(Collectors.toMap(Taken::conversationId, one -> one, (a, b) -> b));
        return calls.lockWaiting(byConversation.keySet()).chain(waiting -> ring(waiting, byConversation));
    }

    private Uni<Void> ring(Map<UUID, Call> waiting, Map<UUID, Taken> taken) {
        var ringing = new ArrayList<Call>();
        waiting.forEach((conversation, call) -> {
            var to = taken.get(conversation);
            ringing.add(call.assigned(to.agentId(), to.agentName(), to.assignmentNumber()));
        });
        var chain = calls.save(ringing);
        for (var call : ringing) {
            chain = chain.chain(() -> plan(call, DialService.CONNECT));
        }
        return chain;
    }

    /** An agent calls the customer of their conversation: first their own telephone rings. */
    Uni<CallView> callOut(UUID conversationId, Author by, String key) {
        return transactions.write(() ->
                keys.once(by.id(), key, new Request(conversationId), CallView.class, () -> make(conversationId, by)));
    }

    private Uni<CallView> make(UUID conversationId, Author by) {
        return conversations
                .lock(List.of(conversationId))
                .map(found -> found.get(conversationId))
                .onItem()
                .ifNull()
                .failWith(ConnectService::unknown)
                .invoke(conversation -> Answers.mayWrite(conversation, by.id(), null))
                .call(conversation -> mustHaveTelephone(by.id()))
                .map(conversation -> Call.made(
                        Ids.next(),
                        channels.lineFor(conversation).name(),
                        CustomerNumber.of(conversation),
                        conversationId,
                        by.id(),
                        by.name(),
                        clock.instant()))
                .call(call -> calls.save(List.of(call)))
                .call(call -> plan(call, DialService.CALL))
                .map(call -> CallView.from(call, clock.instant()));
    }

    private Uni<Void> plan(Call call, String step) {
        return calls.plan(call.id(), step).invoke(() -> transactions.afterCommit(dialler::wake));
    }

    private Uni<Void> mustHaveTelephone(String agentId) {
        return telephones
                .of(List.of(agentId))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw new Problem(VoiceProblem.NO_TELEPHONE, "Set your telephone first");
                    }
                })
                .replaceWithVoid();
    }

    Uni<List<CallView>> of(UUID conversationId) {
        return transactions.read(() -> conversations
                .find(conversationId)
                .onItem()
                .ifNull()
                .failWith(ConnectService::unknown)
                .chain(conversation -> calls.of(conversationId))
                .map(found -> found.stream()
                        .map(call -> CallView.from(call, clock.instant()))
                        .toList()));
    }

    private static Problem unknown() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such conversation");
    }
}
