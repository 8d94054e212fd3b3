/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;
import fi.saumaton.gateway.conversation.Answers;
import fi.saumaton.gateway.conversation.Answers.News;
import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.conversation.ConversationRepository;
import fi.saumaton.gateway.conversation.ConversationWriter;
import fi.saumaton.gateway.conversation.DeliveryStatus;
import fi.saumaton.gateway.conversation.MessageRepository;
import fi.saumaton.kit.tx.Transactions;

/** Notes what became of attempts, unless one took so long that another replica has taken its message over. */
@ApplicationScoped
class SettlementService {
    /** The code of a message that was not worth sending any more. */
    static final String TOO_LATE = "deadline-passed";

    private final ClaimService claims;
    private final DeliveryRepository deliveries;
    private final PauseRepository pauses;
    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final ConversationWriter writer;
    private final Transactions transactions;
    private final DeliveryConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    SettlementService(
            ClaimService claims,
            DeliveryRepository deliveries,
            PauseRepository pauses,
            ConversationRepository conversations,
            MessageRepository messages,
            ConversationWriter writer,
            Transactions transactions,
            DeliveryConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.claims = claims;
        this.deliveries = deliveries;
        this.pauses = pauses;
        this.conversations = conversations;
        this.messages = messages;
        this.writer = writer;
        this.transactions = transactions;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    Uni<Void> settle(Claimed claimed, DeliveryOutcome outcome) {
        metrics.counter(
                        "saumaton.delivery.attempts",
                        "channel",
                        claimed.channel(),
                        "outcome",
                        outcome.getClass().getSimpleName())
                .increment();
        return switch (outcome) {
            case DeliveryOutcome.Sent sent ->
                end(
                        claimed,
                        News.of(DeliveryStatus.SENT),
                        sent.providerMessageId(),
                        () -> pauses.recovered(claimed.channel(), claimed.recipient()));
            case DeliveryOutcome.FinalFailure failure ->
                end(
                        claimed,
                        new News(DeliveryStatus.FAILED, failure.reason(), failure.code()),
                        null,
                        SettlementService::nothing);
            case DeliveryOutcome.Uncertain doubt -> uncertain(claimed, doubt.reason());
            case DeliveryOutcome.TemporaryFailure failure -> again(claimed, failure);
        };
    }

    /** Nobody will send it any more: the agent decides what now. */
    Uni<Void> giveUp(Claimed claimed) {
        var news = new News(DeliveryStatus.FAILED, "It could not be delivered in time", TOO_LATE);
        return end(claimed, news, null, SettlementService::nothing);
    }

    /** Told to be uncertain; whoever can be asked will be, and a receipt settles it at any time. */
    private Uni<Void> uncertain(Claimed claimed, String reason) {
        return transactions.write(() -> deliveries
                .later(claimed, claims.holder(), config.firstGap(), true)
                .chain(mine -> mine == 0
                        ? Uni.createFrom().voidItem()
                        : change(claimed, new News(DeliveryStatus.UNCERTAIN, reason, null), null)));
    }

    /** The provider could not say yet; asked again later, and for so long. */
    Uni<Void> askAgain(Claimed claimed) {
        if (claimed.createdAt().plus(config.lookUpFor()).isBefore(clock.instant())) {
            return leave(claimed);
        }
        return transactions
                .write(() -> deliveries.later(claimed, claims.holder(), gap(claimed.attempt()), true))
                .replaceWithVoid();
    }

    /** It stays as uncertain as it is; only a receipt can still settle it. */
    Uni<Void> leave(Claimed claimed) {
        return transactions
                .write(() -> deliveries.done(claimed, claims.holder()))
                .replaceWithVoid();
    }

    /** What has to wait waits: this message alone, or everything to its recipient, or everything of its channel. */
    private Uni<Void> again(Claimed claimed, DeliveryOutcome.TemporaryFailure failure) {
        return transactions.write(() -> deliveries
                .later(claimed, claims.holder(), ownGap(claimed, failure), false)
                .chain(mine -> mine == 0 || failure.scope() == Scope.MESSAGE
                        ? Uni.createFrom().item(0)
                        : pause(claimed, failure))
                .replaceWithVoid());
    }

    private Duration ownGap(Claimed claimed, DeliveryOutcome.TemporaryFailure failure) {
        if (failure.scope() != Scope.MESSAGE) {
            return Duration.ZERO;
        }
        return failure.retryAfter() == null ? gap(claimed.attempt()) : failure.retryAfter();
    }

    private Uni<Integer> pause(Claimed claimed, DeliveryOutcome.TemporaryFailure failure) {
        var whose = failure.scope() == Scope.ACCOUNT ? PauseRepository.EVERYBODY : claimed.recipient();
        return failure.retryAfter() == null
                ? pauses.backOff(claimed.channel(), whose, config.firstGap(), config.longestPause())
                : pauses.pause(claimed.channel(), whose, failure.retryAfter());
    }

    private Uni<Void> end(Claimed claimed, News news, String providerId, Supplier<Uni<Integer>> besides) {
        return transactions.write(() -> deliveries
                .done(claimed, claims.holder())
                .chain(mine -> mine == 0 ? Uni.createFrom().voidItem() : change(claimed, news, providerId))
                .chain(() -> besides.get())
                .replaceWithVoid());
    }

    private static Uni<Integer> nothing() {
        return Uni.createFrom().item(0);
    }

    private Uni<Void> change(Claimed claimed, News news, String providerId) {
        var changes = new Changes(clock.instant());
        var conversationId = claimed.conversationId();
        return conversations
                .lock(List.of(conversationId))
                .chain(found -> messages.find(claimed.messageId())
                        .invoke(message ->
                                Answers.deliveryChanged(found.get(conversationId), message, news, providerId, changes))
                        .chain(() -> writer.write(changes)));
    }

    private Duration gap(int attempt) {
        var gap = config.firstGap().multipliedBy(1L << Math.min(attempt - 1, 20));
        return gap.compareTo(config.longestGap()) > 0 ? config.longestGap() : gap;
    }
}
