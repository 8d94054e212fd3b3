/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.failure.Blame;
import fi.saumaton.kit.tx.Transactions;

/** Sets aside what can't be applied, with the reason, for a person to look at. */
@ApplicationScoped
class BlameService {

    private static final Logger LOG = Logger.getLogger(BlameService.class);

    private final Transactions transactions;
    private final InputLog inputs;
    private final Timers timers;
    private final MeterRegistry metrics;

    BlameService(Transactions transactions, InputLog inputs, Timers timers, MeterRegistry metrics) {
        this.transactions = transactions;
        this.inputs = inputs;
        this.timers = timers;
        this.metrics = metrics;
    }

    /** The first input that waits; it stays in the log with its failure. */
    Uni<Void> input(Throwable failure) {
        String reason = Blame.of(failure);
        return transactions
                .write(() -> inputs.giveUpFirst(reason))
                .invoke(rows -> tell("input", rows, failure))
                .replaceWithVoid();
    }

    /** The first timer that is due. */
    Uni<Void> timer(Throwable failure) {
        return transactions
                .write(timers::dropFirst)
                .invoke(rows -> tell("timer", rows, failure))
                .replaceWithVoid();
    }

    private void tell(String what, List<Object[]> rows, Throwable failure) {
        metrics.counter("routing.refused", "what", what).increment(rows.size());
        rows.forEach(row -> LOG.errorf(failure, "Set aside: %s %s (%s)", what, row[0], row[1]));
    }
}
