/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.hours;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.gateway.hours.ChannelPolicy.Availability;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Keeps what the company says about its channels, and tells customers what to expect. */
@ApplicationScoped
class PolicyService {
    /** So far back customers' waits tell something about now. */
    private static final Duration LATELY = Duration.ofHours(1);

    private final PolicyRepository policies;
    private final Channels channels;
    private final Transactions transactions;
    private final Clock clock;

    PolicyService(PolicyRepository policies, Channels channels, Transactions transactions, Clock clock) {
        this.policies = policies;
        this.channels = channels;
        this.transactions = transactions;
        this.clock = clock;
    }

    Uni<ChannelPolicy> get(String channel) {
        mustBe(channel);
        return transactions
                .read(() -> policies.find(List.of(channel)))
                .map(found -> found.getOrDefault(channel, ChannelPolicy.NONE));
    }

    Uni<ChannelPolicy> put(String channel, ChannelPolicy policy, String by) {
        mustBe(channel);
        policy.alternatives().stream()
                .filter(name -> channels.find(name).isEmpty() || name.equals(channel))
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem(CommonProblem.INVALID, "An alternative must be another channel that there is")
                            .with("field", "alternatives");
                });
        return transactions
                .write(() -> policies.put(channel, policy, by, clock.instant()))
                .replaceWith(policy);
    }

    Uni<Availability> availability(String channel) {
        mustBe(channel);
        var now = clock.instant();
        return transactions.read(() -> policies.find(List.of(channel))
                .map(found -> found.getOrDefault(channel, ChannelPolicy.NONE))
                .chain(policy -> policies.find(policy.alternatives())
                        .map(others -> policy.alternatives().stream()
                                .filter(name -> channels.find(name).isPresent())
                                .filter(name -> isThere(others.getOrDefault(name, ChannelPolicy.NONE)))
                                .toList())
                        .chain(others -> policies.typicalWait(channel, now.minus(LATELY), now)
                                .map(wait -> policy.availability(now, wait, others)))));
    }

    private boolean isThere(ChannelPolicy policy) {
        return !policy.hidden() && policy.isOpen(clock.instant());
    }

    private void mustBe(String channel) {
        if (channels.find(channel).isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such channel");
        }
    }
}
