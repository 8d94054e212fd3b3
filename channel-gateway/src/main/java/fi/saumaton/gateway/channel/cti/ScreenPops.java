/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.voice.TelephoneService;
import fi.saumaton.gateway.conversation.Changes;
import fi.saumaton.gateway.conversation.ConversationWriter;
import fi.saumaton.gateway.stream.Recipients;
import fi.saumaton.kit.sql.Sql;

/** Tells the agent whose telephone rings who calls. Joins the open transaction. */
@ApplicationScoped
class ScreenPops {
    /** Of the agent's stream: {@code call.ringing}, {@code call.answered}, {@code call.ended}. */
    private static final String CALL = "call.";

    private final TelephoneService telephones;
    private final ConversationWriter writer;
    private final Sql sql;
    private final Clock clock;

    ScreenPops(TelephoneService telephones, ConversationWriter writer, Sql sql, Clock clock) {
        this.telephones = telephones;
        this.writer = writer;
        this.sql = sql;
        this.clock = clock;
    }

    /** What the desk opens the customer by. {@code number}: absent when it is hidden. */
    @RegisterForReflection
    record Call(String callId, UUID conversationId, String channel, String direction, String number) {}

    Uni<Void> show(String channel, Map<String, CtiEvent> events) {
        var changes = new Changes(clock.instant());
        return conversations(channel, events).chain(places -> {
            var told = Uni.createFrom().voidItem();
            for (var entry : events.entrySet()) {
                var event = entry.getValue();
                var call = new Call(
                        event.callId(),
                        places.get(entry.getKey()),
                        channel,
                        event.direction().name(),
                        event.number());
                told = told.chain(() -> telephones.agentsAt(event.agentNumber()))
                        .invoke(agents -> tell(agents, event, call, changes))
                        .replaceWithVoid();
            }
            return told.chain(() -> writer.write(changes));
        });
    }

    private static void tell(List<String> agents, CtiEvent event, Call call, Changes changes) {
        switch (event.event()) {
            case CtiEvent.RINGING, CtiEvent.ANSWERED, CtiEvent.ENDED ->
                agents.forEach(agent -> changes.tell(Recipients.agent(agent), CALL + event.event(), call));
            default -> {
                // Nothing that a desk could show.
            }
        }
    }

    private Uni<Map<String, UUID>> conversations(String channel, Map<String, CtiEvent> events) {
        return sql.rows(
                        "select provider_id, conversation_id from message where channel = ?1 and provider_id = any(?2)",
                        channel,
                        events.keySet().toArray(String[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1])));
    }
}
