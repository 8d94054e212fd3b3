/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderException;
import fi.saumaton.gateway.channel.voice.CustomerNumber;
import fi.saumaton.gateway.channel.voice.TelephoneService;
import fi.saumaton.gateway.channel.voice.VoiceProblem;
import fi.saumaton.gateway.conversation.Answers;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Click to call: the agent's own telephone rings first, then the customer's; the exchange does both. */
@ApplicationScoped
class ExchangeCallService {
    private final CtiChannels channels;
    private final ConversationRepository conversations;
    private final TelephoneService telephones;
    private final Transactions transactions;

    ExchangeCallService(
            CtiChannels channels,
            ConversationRepository conversations,
            TelephoneService telephones,
            Transactions transactions) {
        this.channels = channels;
        this.conversations = conversations;
        this.telephones = telephones;
        this.transactions = transactions;
    }

    /** {@code requestId}: the exchange calls once for each. */
    Uni<Void> call(String exchange, UUID conversationId, String agentId, UUID requestId) {
        var dialling = channels.dialling(exchange);
        if (dialling == null) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such exchange to call from");
        }
        return transactions
                .read(() -> dial(conversationId, agentId, requestId))
                .chain(dialling::send)
                .onFailure(ProviderException.NotSent.class)
                .transform(failure -> new Problem(CommonProblem.UNAVAILABLE, "The exchange cannot be reached")
                        .header("Retry-After", "5"))
                .onFailure(ProviderException.InDoubt.class)
                .transform(
                        failure -> new Problem(CommonProblem.BAD_GATEWAY, "The exchange did not answer; it may call"))
                .invoke(ExchangeCallService::refuse)
                .replaceWithVoid();
    }

    private Uni<DialRequests.Dial> dial(UUID conversationId, String agentId, UUID requestId) {
        return conversations
                .find(conversationId)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such conversation"))
                .invoke(conversation -> Answers.mayWrite(conversation, agentId, null))
                .chain(conversation -> telephones
                        .addressOf(agentId)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Problem(VoiceProblem.NO_TELEPHONE, "Set your telephone first"))
                        .map(address -> new DialRequests.Dial(
                                "dial",
                                requestId.toString(),
                                conversationId.toString(),
                                address,
                                CustomerNumber.of(conversation))));
    }

    private static void refuse(ProviderAnswer answer) {
        if (!answer.isSuccess()) {
            throw new Problem(CommonProblem.BAD_GATEWAY, "The exchange refused to call: " + answer.status());
        }
    }
}
