/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sample;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.EventJson;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.event.RefusedEventException;
import fi.saumaton.kit.inbox.EventBatches;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.sql.Sql;

@ApplicationScoped
class CounterEventsConsumer {

    private static final String INSERT = """
            insert into effect (counter_id, value, batch)
            select r."counterId", r.value, ?2
            from jsonb_to_recordset(cast(?1 as jsonb)) as r("counterId" uuid, value integer)
            """;

    private final EventBatches batches;
    private final EventJson json;
    private final Sql sql;
    private final Outbox outbox;
    private final Clock clock;

    CounterEventsConsumer(EventBatches batches, EventJson json, Sql sql, Outbox outbox, Clock clock) {
        this.batches = batches;
        this.json = json;
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Incoming("conversation-events-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, Set.of(CounterEvent.INCREASED), this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        List<CounterEvent.Increased> increases = events.stream()
                .map(event -> json.read(event, CounterEvent.Increased.class))
                .toList();
        return sql.update(INSERT, sql.json(increases), events.size())
                .invoke(() -> increases.forEach(CounterEventsConsumer::fulfil))
                .chain(() -> outbox.append(echoes(events, increases)));
    }

    private static void fulfil(CounterEvent.Increased increase) {
        switch (increase.wish() == null ? "" : increase.wish()) {
            case "refuse" -> throw new RefusedEventException("refused as wished");
            case "bug" -> throw new NullPointerException("a bug as wished");
            default -> {}
        }
    }

    private List<OutgoingEvent> echoes(List<IncomingEvent> events, List<CounterEvent.Increased> increases) {
        return java.util.stream.IntStream.range(0, events.size())
                .filter(i -> "echo".equals(increases.get(i).wish()))
                .mapToObj(i -> echo(increases.get(i)).causedBy(events.get(i)))
                .toList();
    }

    private OutgoingEvent echo(CounterEvent.Increased increase) {
        UUID id = increase.counterId();
        return OutgoingEvent.of(
                CounterEvent.ECHOED, id, clock.instant(), new CounterEvent.Echoed(id, increase.value()));
    }
}
