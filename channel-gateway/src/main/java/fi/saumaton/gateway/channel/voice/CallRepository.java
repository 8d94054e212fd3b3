/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.conversation.RowJson;
import fi.saumaton.kit.sql.Sql;

/** The table {@code voice_call}. */
@ApplicationScoped
class CallRepository {
    private static final String COLUMNS = """
            id, sid, channel, direction, customer, conversation_id, state, outcome, recorded, agent_id, agent_name, assignment_number,
            attempts, started_at, connected_at, ended_at
            """;

    private static final String SAVE = "insert into voice_call (" + COLUMNS + ") select " + COLUMNS + """
            from jsonb_populate_recordset(null::voice_call, cast(?1 as jsonb))
            on conflict (id) do update
            set sid = coalesce(excluded.sid, voice_call.sid), conversation_id = excluded.conversation_id, state = excluded.state,
                outcome = excluded.outcome, recorded = excluded.recorded, agent_id = excluded.agent_id, agent_name = excluded.agent_name,
                assignment_number = excluded.assignment_number, attempts = excluded.attempts, connected_at = excluded.connected_at,
                ended_at = excluded.ended_at, step = case when excluded.state = 'CONNECTING' then voice_call.step end
            """;

    /** Of a step: half a minute is more than one request takes, so another replica takes over what one has left behind. */
    private static final String CLAIM = """
            with due as (
                select id from voice_call where step is not null and step_due <= now() order by step_due limit 16 for update skip locked
            ), claimed as (
                update voice_call c set step_due = now() + interval '30 seconds', step_tries = step_tries + 1
                from due where c.id = due.id returning c.*
            )
            select cast(to_jsonb(c) as text), c.step, c.step_tries, t.kind, t.address
            from claimed c left join agent_telephone t on t.agent_id = c.agent_id
            """;

    private static final String LATE = """
            select channel, id, state = 'CONNECTING' and started_at > now() - make_interval(secs => ?1) from voice_call
            where state <> 'ENDED'
              and (state = 'CONNECTING' and step is null and ring_until < now() or started_at < now() - make_interval(secs => ?1))
            """;

    private final Sql sql;
    private final RowJson json;

    CallRepository(Sql sql, RowJson json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * A request to Twilio that is due.
     *
     * @param step {@code connect} or {@code call}
     * @param telephone the agent's; null when they have none any more
     */
    record Due(Call call, String step, int tries, Telephone telephone) {}

    /** A call of which nothing was heard in time. {@code unanswered}: the telephone that rang; otherwise the whole call. */
    record Late(String channel, String id, boolean unanswered) {}

    /** Those that are there, by id. */
    Uni<Map<String, Call>> find(Collection<String> ids) {
        return sql.rows("select cast(to_jsonb(c) as text) from voice_call c where id = any(?1)", (Object)
                        ids.toArray(String[]::new))
                .map(this::byId);
    }

    Uni<Map<String, Call>> lock(Collection<String> ids) {
        return sql.rows(
                        "select cast(to_jsonb(c) as text) from voice_call c where id = any(?1) order by id for update",
                        (Object) ids.toArray(String[]::new))
                .map(this::byId);
    }

    /** Callers who wait, by their conversations. */
    Uni<Map<UUID, Call>> lockWaiting(Collection<UUID> conversationIds) {
        return sql.rows("""
                        select cast(to_jsonb(c) as text) from voice_call c
                        where conversation_id = any(?1) and direction = 'in' and state = 'WAITING' order by id for update
                        """, (Object) conversationIds.toArray(UUID[]::new)).map(rows -> {
            var calls = new HashMap<UUID, Call>();
            byId(rows).values().forEach(call -> calls.put(call.conversationId(), call));
            return calls;
        });
    }

    /** A conversation's, oldest first. */
    Uni<List<Call>> of(UUID conversationId) {
        return sql.rows(
                        "select cast(to_jsonb(c) as text) from voice_call c where conversation_id = ?1 order by started_at, id",
                        conversationId)
                .map(rows -> List.copyOf(byId(rows).values()));
    }

    /** Where the first messages of calls are stored, by the calls' ids. */
    Uni<Map<String, UUID>> conversations(String channel, Collection<String> ids) {
        return sql.rows(
                        "select provider_id, conversation_id from message where channel = ?1 and provider_id = any(?2)",
                        channel,
                        ids.toArray(String[]::new))
                .map(rows -> {
                    var found = new HashMap<String, UUID>();
                    rows.forEach(row -> found.put((String) row[0], (UUID) row[1]));
                    return found;
                });
    }

    Uni<Void> save(Collection<Call> calls) {
        return calls.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(SAVE, json.write(calls)).replaceWithVoid();
    }

    /** What to tell Twilio at once. */
    Uni<Void> plan(String id, String step) {
        return sql.update(
                        "update voice_call set step = ?2, step_due = now(), step_tries = 0, ring_until = null where id = ?1",
                        id,
                        step)
                .replaceWithVoid();
    }

    Uni<List<Due>> claim() {
        return sql.rows(CLAIM)
                .map(rows -> rows.stream()
                        .map(row -> new Due(
                                json.read(row[0], Call.class),
                                (String) row[1],
                                (Integer) row[2],
                                row[3] == null
                                        ? null
                                        : new Telephone(Telephone.Kind.of((String) row[3]), (String) row[4])))
                        .toList());
    }

    /** Twilio has been told. {@code patience}: when to give up waiting for its news. */
    Uni<Void> told(String id, String sid, Duration patience) {
        return sql.update("""
                        update voice_call set step = null, sid = coalesce(?2, sid), ring_until = now() + make_interval(secs => ?3)
                        where id = ?1
                        """, id, sid, (double) patience.toSeconds()).replaceWithVoid();
    }

    Uni<Void> again(String id, Duration gap) {
        return sql.update(
                        "update voice_call set step_due = now() + make_interval(secs => ?2) where id = ?1 and step is not null",
                        id,
                        (double) gap.toSeconds())
                .replaceWithVoid();
    }

    Uni<List<Late>> late(Duration longestCall) {
        return sql.rows(LATE, (double) longestCall.toSeconds())
                .map(rows -> rows.stream()
                        .map(row -> new Late((String) row[0], (String) row[1], (Boolean) row[2]))
                        .toList());
    }

    Uni<Integer> forget(Duration after) {
        return sql.update("delete from voice_call where ended_at < now() - make_interval(secs => ?1)", (double)
                after.toSeconds());
    }

    /** How long those callers waited who were answered since then, in seconds, by channel. */
    Uni<Map<String, List<Duration>>> waits(Duration since) {
        return sql.rows("""
                        select channel, cast(extract(epoch from connected_at - started_at) as bigint) from voice_call
                        where direction = 'in' and connected_at > now() - make_interval(secs => ?1)
                        """, (double) since.toSeconds()).map(rows -> {
            var waits = new HashMap<String, List<Duration>>();
            rows.forEach(row -> waits.computeIfAbsent((String) row[0], channel -> new ArrayList<>())
                    .add(Duration.ofSeconds(Math.max(0, (Long) row[1]))));
            return waits;
        });
    }

    private Map<String, Call> byId(List<Object[]> rows) {
        var calls = new LinkedHashMap<String, Call>();
        rows.forEach(row -> {
            var call = json.read(row[0], Call.class);
            calls.put(call.id(), call);
        });
        return calls;
    }
}
