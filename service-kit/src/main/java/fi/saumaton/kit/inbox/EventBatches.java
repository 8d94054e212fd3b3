/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.event.MalformedEventException;
import fi.saumaton.kit.failure.Blame;
import fi.saumaton.kit.failure.FailureKind;
import fi.saumaton.kit.tx.ContextPause;
import fi.saumaton.kit.tx.Transactions;

/**
 * What a consumer does with a batch. The returned {@code Uni} ends when every event has had its effect, or is known
 * already, or lies with the dead letters; only then are the offsets committed. Until then SmallRye keeps polling with
 * the partitions paused, so the group does not throw the consumer out however long a database is away. When partitions
 * move to another instance meanwhile, both may handle the same events; the inbox lets one of them have the effect.
 */
@ApplicationScoped
public class EventBatches {

    private static final Logger LOG = Logger.getLogger(EventBatches.class);

    /** Attempts for an event that is alone in its transaction, by what its failure may mean. */
    private static final Map<FailureKind, Integer> ATTEMPTS =
            Map.of(FailureKind.CONFLICT, 5, FailureKind.UNKNOWN, 3, FailureKind.POISON, 1);

    private final Transactions transactions;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;
    private final Gathering gathering;
    private volatile boolean stopping;

    EventBatches(
            Transactions transactions,
            Inbox inbox,
            DeadLetters deadLetters,
            MeterRegistry metrics,
            Gathering gathering) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.gathering = gathering;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Handles one Kafka batch.
     *
     * @param types what this consumer is for; events of other types are dropped and counted ({@code events.unknown})
     * @param handler gets the events not seen before, in order, inside the write transaction that also notes them as
     *     seen; it may be called again with the same events after a failure
     */
    public Uni<Void> process(
            ConsumerRecords<String, byte[]> records,
            Set<String> types,
            Function<List<IncomingEvent>, Uni<Void>> handler) {
        long begun = System.nanoTime();
        List<Received> received = new ArrayList<>(records.count());
        List<Unreadable> unreadable = new ArrayList<>(0);
        for (ConsumerRecord<String, byte[]> record : records) {
            sort(record, types, received, unreadable);
        }
        return each(unreadable, letter -> patiently(() -> deadLetters.put(letter.record(), letter.reason())))
                .chain(() -> together(received, handler))
                .chain(() -> gather(records, begun));
    }

    /** What comes meanwhile makes the next batch. */
    private Uni<Void> gather(ConsumerRecords<String, byte[]> records, long begun) {
        if (stopping || records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Duration shortest = gathering.of(records.partitions().iterator().next().topic());
        long rest = shortest.toMillis()
                - Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return rest > 0
                ? ContextPause.of(Duration.ofMillis(rest))
                : Uni.createFrom().voidItem();
    }

    private record Unreadable(ConsumerRecord<String, byte[]> record, MalformedEventException reason) {}

    private void sort(
            ConsumerRecord<String, byte[]> record,
            Set<String> types,
            List<Received> received,
            List<Unreadable> unreadable) {
        String type = CloudEvents.type(record);
        if (type != null && !types.contains(type)) {
            metrics.counter("events.unknown", "topic", record.topic()).increment();
            return;
        }
        try {
            received.add(new Received(record, CloudEvents.parse(record)));
        } catch (MalformedEventException e) {
            unreadable.add(new Unreadable(record, e));
        }
    }

    /** All in one transaction, waiting for infrastructure; when something else fails, one by one. */
    private Uni<Void> together(List<Received> received, Function<List<IncomingEvent>, Uni<Void>> handler) {
        if (received.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return patiently(() -> attempt(received, handler))
                .onFailure(failure -> !(failure instanceof StoppingException))
                .recoverWithUni(failure -> {
                    LOG.debugf("A batch of %d is taken one by one: %s", received.size(), Blame.of(failure));
                    return each(received, one -> alone(one, handler, 1));
                });
    }

    private Uni<Void> alone(Received one, Function<List<IncomingEvent>, Uni<Void>> handler, int number) {
        return patiently(() -> attempt(List.of(one), handler))
                .onFailure(failure -> !(failure instanceof StoppingException))
                .recoverWithUni(failure -> {
                    if (number < ATTEMPTS.get(FailureKind.of(failure))) {
                        return ContextPause.of(Backoff.after(number)).chain(() -> alone(one, handler, number + 1));
                    }
                    return patiently(() -> deadLetters.put(one.record(), failure));
                });
    }

    private Uni<Void> attempt(List<Received> received, Function<List<IncomingEvent>, Uni<Void>> handler) {
        return transactions.write(() -> inbox.unseen(received).chain(fresh -> handle(fresh, handler)));
    }

    private static Uni<Void> handle(List<Received> fresh, Function<List<IncomingEvent>, Uni<Void>> handler) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ProcessSpans spans = new ProcessSpans();
        List<IncomingEvent> events = spans.start(fresh);
        return Uni.createFrom()
                .deferred(() -> handler.apply(events))
                .onTermination()
                .invoke((nothing, failure, cancelled) -> spans.end(failure));
    }

    /** Repeats the work for as long as its failure is one of infrastructure. */
    private Uni<Void> patiently(Supplier<Uni<Void>> work) {
        return patiently(work, 1);
    }

    private Uni<Void> patiently(Supplier<Uni<Void>> work, int number) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(failure -> FailureKind.of(failure) == FailureKind.INFRASTRUCTURE)
                .recoverWithUni(failure -> later(work, number, failure));
    }

    private Uni<Void> later(Supplier<Uni<Void>> work, int number, Throwable failure) {
        if (stopping) {
            return Uni.createFrom().failure(new StoppingException(failure));
        }
        LOG.warnf("Events wait (attempt %d): %s", number, Blame.of(failure));
        return ContextPause.of(Backoff.after(number)).chain(() -> patiently(work, number + 1));
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> work) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (T item : items) {
            all = all.chain(() -> work.apply(item));
        }
        return all;
    }
}
