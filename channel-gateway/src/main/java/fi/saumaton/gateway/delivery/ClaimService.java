/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.kit.tx.Transactions;

/** Which messages are this replica's to send now: within the rates that providers allow, over all replicas together. */
@ApplicationScoped
class ClaimService {
    private final String holder = UUID.randomUUID().toString();
    private final DeliveryRepository deliveries;
    private final PauseRepository pauses;
    private final Transactions transactions;
    private final Channels channels;
    private final DeliveryConfig config;

    ClaimService(
            DeliveryRepository deliveries,
            PauseRepository pauses,
            Transactions transactions,
            Channels channels,
            DeliveryConfig config) {
        this.deliveries = deliveries;
        this.pauses = pauses;
        this.transactions = transactions;
        this.channels = channels;
        this.config = config;
    }

    /** Under which this replica holds what it has claimed. */
    String holder() {
        return holder;
    }

    /**
     * A round's work.
     *
     * @param next when a rate allows more; null when none holds anything back
     */
    record Round(List<Claimed> claimed, Duration next) {}

    /** {@code most}: at once, of all channels but the busy ones together. */
    Uni<Round> claim(int most, Set<String> busy) {
        var rated = channels.all().stream()
                .filter(channel -> channel.rates().perSecond() > 0)
                .collect(Collectors.toMap(Channel::name, channel -> channel));
        return transactions.write(() -> deliveries
                .claim(holder, config.lease(), most, together(rated.keySet(), busy))
                .chain(free -> rated.isEmpty()
                        ? Uni.createFrom().item(new Round(free, null))
                        : deliveries
                                .waiting(rated.keySet())
                                .map(waiting -> waiting.stream()
                                        .filter(name -> !busy.contains(name))
                                        .sorted()
                                        .map(rated::get)
                                        .toList())
                                .chain(waiting -> claimRated(waiting, free, most)))
                .call(round -> keepGaps(round.claimed())));
    }

    private Uni<Round> claimRated(List<Channel> waiting, List<Claimed> free, int most) {
        var chain = Uni.createFrom().item(new Round(free, null));
        for (var channel : waiting) {
            chain = chain.chain(round -> claimOf(channel, most).map(more -> together(round, more)));
        }
        return chain;
    }

    private Uni<Round> claimOf(Channel channel, int most) {
        var rates = channel.rates();
        return pauses.allowance(channel.name(), rates, most)
                .chain(allowance -> allowance.messages() == 0
                        ? Uni.createFrom().item(new Round(List.of(), allowance.next()))
                        : deliveries
                                .claimOf(channel.name(), holder, config.lease(), allowance.messages())
                                .call(claimed -> claimed.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : pauses.used(channel.name(), rates, claimed.size()))
                                .map(claimed -> new Round(claimed, claimed.isEmpty() ? null : allowance.next())));
    }

    /** Somebody who has just got a message is left in peace as long as the provider wants. */
    private Uni<Void> keepGaps(List<Claimed> claimed) {
        var chain = Uni.createFrom().voidItem();
        for (var one : claimed) {
            var gap = channels.find(one.channel())
                    .map(channel -> channel.rates().recipientGap())
                    .orElse(Duration.ZERO);
            if (gap.isPositive()) {
                chain = chain.chain(() -> pauses.pause(one.channel(), one.recipient(), gap))
                        .replaceWithVoid();
            }
        }
        return chain;
    }

    private static Set<String> together(Set<String> rated, Set<String> busy) {
        return Stream.concat(rated.stream(), busy.stream()).collect(Collectors.toSet());
    }

    private static Round together(Round one, Round other) {
        var claimed = new ArrayList<>(one.claimed());
        claimed.addAll(other.claimed());
        var next = Stream.of(one, other)
                .map(Round::next)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Round(claimed, next);
    }
}
