/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;

/** How long callers have waited lately, looked up now and then: what is said in the queue needs no database. */
@ApplicationScoped
class WaitService {
    private static final Logger LOG = Logger.getLogger(WaitService.class);
    private static final Duration LATELY = Duration.ofMinutes(30);

    private final CallRepository calls;
    private final Transactions transactions;
    private volatile Map<String, Duration> usual = Map.of();

    WaitService(CallRepository calls, Transactions transactions) {
        this.calls = calls;
        this.transactions = transactions;
    }

    /** Null when that cannot be said. */
    Duration usual(String channel) {
        return usual.get(channel);
    }

    @Scheduled(every = "PT10S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return transactions
                .read(() -> calls.waits(LATELY))
                .invoke(waits -> {
                    var found = new HashMap<String, Duration>();
                    waits.forEach((channel, each) -> WaitRule.usual(each).ifPresent(wait -> found.put(channel, wait)));
                    usual = Map.copyOf(found);
                })
                .onFailure()
                .invoke(failure -> LOG.debug("The figure of before is told on", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
