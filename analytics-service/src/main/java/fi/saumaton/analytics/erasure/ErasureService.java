/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.erasure;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.fact.FactService;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;

/**
 * Replaces erased customers' ids by a pseudonym, in the log and in what is made of it. Conversations keep their ids, by
 * which tombstones and the audit log of others still lead here, though to nobody.
 */
@ApplicationScoped
public class ErasureService {
    private final Transactions transactions;
    private final ErasureRepository erasures;
    private final FactService facts;
    private final Outbox outbox;
    private final ErasureConfig config;
    private final String self;
    private final Clock clock;

    ErasureService(
            Transactions transactions,
            ErasureRepository erasures,
            FactService facts,
            Outbox outbox,
            ErasureConfig config,
            @ConfigProperty(name = "quarkus.application.name") String self,
            Clock clock) {
        this.transactions = transactions;
        this.erasures = erasures;
        this.facts = facts;
        this.outbox = outbox;
        this.config = config;
        this.self = self;
        this.clock = clock;
    }

    /** Joins the consumer's transaction. */
    public Uni<Void> apply(List<ErasedCustomer> erased) {
        var chain = Uni.createFrom().voidItem();
        for (var one : erased) {
            chain = chain.chain(() -> apply(one));
        }
        return chain;
    }

    private Uni<Void> apply(ErasedCustomer erased) {
        return erasures.bury(erased.customerIds(), erased.erasedAt())
                .chain(this::part)
                .chain(rows -> outbox.append(answer(erased, rows)));
    }

    private Uni<Long> part() {
        return erasures.part()
                .chain(parted -> parted.rows() == 0
                        ? Uni.createFrom().item(0L)
                        : facts.remake(parted.conversations(), parted.issues()).replaceWith(parted.rows()));
    }

    private OutgoingEvent answer(ErasedCustomer erased, long rows) {
        var now = clock.instant();
        return OutgoingEvent.of(
                ErasedCustomer.Answer.TYPE,
                erased.customerId(),
                now,
                new ErasedCustomer.Answer(
                        erased.erasureId(), erased.customerId(), self, Map.of("event_log", rows), now));
    }

    /** What was being logged while somebody was erased; then the old ids, once nothing can name them any more. */
    Uni<Void> sweep() {
        return transactions.write(
                () -> part().chain(() -> erasures.forget(clock.instant().minus(config.lateEvents()))));
    }
}
