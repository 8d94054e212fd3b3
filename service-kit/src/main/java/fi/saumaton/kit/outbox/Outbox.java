/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/** Where services leave their events: in the transaction of the change itself. */
@ApplicationScoped
public class Outbox {

    /** Slots by hash of the aggregate; each has one sender at a time. The number stays: rows carry their slot. */
    static final int SLOTS = 8;

    /** Below Kafka's limit for a record (1 MB): a row that Kafka refuses would hold up its slot for ever. */
    private static final int LARGEST = 900_000;

    private static final String INSERT = """
            insert into outbox (id, slot, aggregatetype, aggregateid, type, payload, traceparent, occurred_at)
            select r.id, r.slot, r.aggregatetype, r.aggregateid, r.type, r.payload, r.traceparent, r.at
            from json_to_recordset(cast(?1 as json)) as r(n integer, id uuid, slot smallint, aggregatetype text,
                aggregateid uuid, type text, payload text, traceparent text, at timestamptz)
            order by r.n
            """;

    private final Transactions transactions;
    private final Sql sql;
    private final OutboxRelay relay;
    private final ObjectMapper mapper;

    Outbox(Transactions transactions, Sql sql, OutboxRelay relay, ObjectMapper mapper) {
        this.transactions = transactions;
        this.sql = sql;
        this.relay = relay;
        this.mapper = mapper;
    }

    /** Adds an event to the open write transaction; fails without one. */
    public Uni<Void> append(OutgoingEvent event) {
        return append(List.of(event));
    }

    /** Adds events to the open write transaction in their order, with one statement; fails without a transaction. */
    public Uni<Void> append(List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().deferred(() -> {
            events.forEach(event -> transactions.afterCommit(relay.nudgeOf(slot(event.aggregateId()))));
            return sql.update(INSERT, rows(events)).replaceWithVoid();
        });
    }

    static int slot(UUID aggregateId) {
        return Math.floorMod(aggregateId.hashCode(), SLOTS);
    }

    private String rows(List<OutgoingEvent> events) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = mapper.createGenerator(json)) {
            generator.writeStartArray();
            for (int n = 0; n < events.size(); n++) {
                row(generator, n, events.get(n));
            }
            generator.writeEndArray();
        } catch (IOException e) {
            throw new IllegalArgumentException("An event that can't be written as JSON", e);
        }
        return json.toString();
    }

    private void row(JsonGenerator generator, int n, OutgoingEvent event) throws IOException {
        String payload = mapper.writeValueAsString(event.data());
        if (payload.length() > LARGEST) {
            throw new IllegalArgumentException(event.type() + " is too large for Kafka: " + payload.length());
        }
        generator.writeStartObject();
        generator.writeNumberField("n", n);
        generator.writeStringField("id", event.id().toString());
        generator.writeNumberField("slot", slot(event.aggregateId()));
        generator.writeStringField("aggregatetype", aggregateType(event.type()));
        generator.writeStringField("aggregateid", event.aggregateId().toString());
        generator.writeStringField("type", event.type());
        generator.writeFieldName("payload");
        generator.writeRawValue(payload);
        generator.writeStringField("traceparent", event.traceparent());
        generator.writeStringField("at", event.occurredAt().toString());
        generator.writeEndObject();
    }

    /** {@code conversation} of {@code fi.saumaton.conversation.opened.v1}. */
    static String aggregateType(String type) {
        String[] parts = type.split("\\.");
        return parts.length > 2 ? parts[2] : type;
    }
}
