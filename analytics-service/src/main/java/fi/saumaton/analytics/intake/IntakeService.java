/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;

import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.eventlog.EventLog;
import fi.saumaton.analytics.fact.FactService;
import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/**
 * Takes one Kafka batch into the log and brings the facts up to date, in one transaction. A batch of ordinary messages is
 * one insert; only what can change a contact, an offer or an issue costs more.
 */
@ApplicationScoped
class IntakeService {

    private final EventBatches batches;
    private final EventLog log;
    private final FactService facts;

    IntakeService(EventBatches batches, EventLog log, FactService facts) {
        this.batches = batches;
        this.log = log;
        this.facts = facts;
    }

    Uni<Void> take(
            ConsumerRecords<String, byte[]> records, Set<String> types, Function<IncomingEvent, LoggedEvent> reader) {
        return batches.process(
                records, types, events -> append(events.stream().map(reader).toList()));
    }

    /** Joins the open transaction. */
    Uni<Void> append(List<LoggedEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : log.append(events).chain(() -> facts.refresh(events));
    }

    /** The types of the kinds between these two, both included. */
    static Set<String> types(EventKind first, EventKind last) {
        return EnumSet.range(first, last).stream().map(EventKind::type).collect(Collectors.toUnmodifiableSet());
    }
}
