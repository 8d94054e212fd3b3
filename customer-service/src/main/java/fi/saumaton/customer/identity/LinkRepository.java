/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Changes.Said;
import fi.saumaton.customer.identity.Graph.Difference;
import fi.saumaton.customer.identity.LinkView.Different;
import fi.saumaton.customer.identity.LinkView.End;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.sql.Sql;

/** Links and differences as people see them and make them. */
@ApplicationScoped
class LinkRepository {
    static final int MOST = 2_000;

    private static final String LINKS = """
            select l.id, l.atom_id, one.kind, one.value, l.customer_id, other.kind, other.value, l.evidence,
                   l.confidence::text, l.source, l.made_by, l.made_at, l.occurred_at, l.forced, l.reason, l.refused,
                   l.revoked_by, l.revoked_at, l.revoked_reason
            from link l
            left join lateral (select kind, value from handle h where h.customer_id = l.atom_id
                               order by h.ended_at nulls first limit 1) one on true
            left join lateral (select kind, value from handle h where h.customer_id = l.customer_id
                               order by h.ended_at nulls first limit 1) other on true
            """;

    private final Sql sql;

    LinkRepository(Sql sql) {
        this.sql = sql;
    }

    /** A link that was taken back. */
    record Revoked(UUID id, UUID atomId, UUID customerId, UUID handleId, String evidence) {}

    /** Those who stood for themselves or redirected to the given survivor at a time, the survivor first. */
    Uni<List<UUID>> members(UUID survivor, Instant at) {
        return sql.rows("""
                        select c.id from customer c
                        where c.id in (select ?1 union select customer_id from customer_history where survivor_id = ?1)
                          and c.created_at <= ?2
                          and coalesce((select survivor_id from customer_history h
                                        where h.customer_id = c.id and h.since <= ?2
                                        order by h.since desc limit 1), c.id) = ?1
                        order by c.id <> ?1, c.created_at, c.id
                        """, survivor, at)
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
    }

    /** Whom an id stood for at a time; null when there was no such customer yet. */
    Uni<UUID> survivor(UUID id, Instant at) {
        return sql.rows("""
                        select coalesce((select survivor_id from customer_history h
                                         where h.customer_id = c.id and h.since <= ?2
                                         order by h.since desc limit 1), c.id)
                        from customer c where c.id = ?1 and c.created_at <= ?2
                        """, id, at).map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[0]);
    }

    /** What belongs to customers: their handles, or the bare id of who has none. */
    Uni<List<End>> ends(List<UUID> members) {
        return sql.rows("""
                        select m.id, h.kind, h.value
                        from unnest(?1::uuid[]) with ordinality as m(id, number)
                        left join handle h on h.customer_id = m.id
                        order by m.number, h.created_at, h.kind, h.value
                        """, (Object) members.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .map(row -> new End((UUID) row[0], (String) row[1], (String) row[2]))
                        .toList());
    }

    /** All about customers that was known at a time, the oldest first; one more than are shown, when there are more. */
    Uni<List<LinkView>> links(List<UUID> members, Instant at) {
        return sql.rows(LINKS + """
                        where (l.atom_id = any(?1) or l.customer_id = any(?1)) and l.made_at <= ?2
                        order by l.made_at, l.id limit ?3
                        """, members.toArray(UUID[]::new), at, MOST + 1)
                .map(rows -> rows.stream().map(row -> link(row, at)).toList());
    }

    /** Whatever held customers together, or proved one of them, at a time; the oldest first. */
    Uni<List<LinkView>> linksWithin(List<UUID> members, Instant at) {
        return sql.rows(LINKS + """
                        where l.atom_id = any(?1) and l.customer_id = any(?1) and l.made_at <= ?2
                          and (l.revoked_at is null or l.revoked_at > ?2)
                        order by l.made_at, l.id limit ?3
                        """, members.toArray(UUID[]::new), at, 10 * MOST)
                .map(rows -> rows.stream().map(row -> link(row, at)).toList());
    }

    Uni<LinkView> link(UUID id, Instant at) {
        return sql.rows(LINKS + "where l.id = ?1", id).map(rows -> rows.isEmpty() ? null : link(rows.getFirst(), at));
    }

    private static LinkView link(Object[] row, Instant at) {
        var revokedAt = (Instant) row[17];
        boolean revoked = revokedAt != null && !revokedAt.isAfter(at);
        var refusal = revoked ? null : (String) row[15];
        return new LinkView(
                (UUID) row[0],
                new End((UUID) row[1], (String) row[2], (String) row[3]),
                row[1].equals(row[4]) ? null : new End((UUID) row[4], (String) row[5], (String) row[6]),
                (String) row[7],
                new BigDecimal((String) row[8]).stripTrailingZeros(),
                (UUID) row[9],
                (String) row[10],
                (Instant) row[11],
                (Instant) row[12],
                (Boolean) row[13],
                (String) row[14],
                revoked ? LinkView.REVOKED : refusal != null ? LinkView.REFUSED : LinkView.FOLLOWED,
                refusal,
                revoked ? (String) row[16] : null,
                revoked ? revokedAt : null,
                revoked ? (String) row[18] : null);
    }

    Uni<List<Different>> differences(List<UUID> members, Instant at) {
        return sql.rows("""
                        select d.id, d.atom_id, one.kind, one.value, d.other_id, other.kind, other.value, d.reason,
                               d.made_by, d.made_at
                        from difference d
                        left join lateral (select kind, value from handle h where h.customer_id = d.atom_id
                                           order by h.ended_at nulls first limit 1) one on true
                        left join lateral (select kind, value from handle h where h.customer_id = d.other_id
                                           order by h.ended_at nulls first limit 1) other on true
                        where (d.atom_id = any(?1) or d.other_id = any(?1)) and d.made_at <= ?2
                          and (d.revoked_at is null or d.revoked_at > ?2)
                        order by d.made_at, d.id limit ?3
                        """, members.toArray(UUID[]::new), at, MOST)
                .map(rows -> rows.stream()
                        .map(row -> new Different(
                                (UUID) row[0],
                                new End((UUID) row[1], (String) row[2], (String) row[3]),
                                new End((UUID) row[4], (String) row[5], (String) row[6]),
                                (String) row[7],
                                (String) row[8],
                                (Instant) row[9]))
                        .toList());
    }

    Uni<Void> confirm(UUID id, UUID atom, UUID other, boolean override, String reason, String by, Instant now) {
        return sql.update("""
                        insert into link (id, handle_id, atom_id, customer_id, evidence, confidence, made_by, made_at,
                            occurred_at, forced, reason)
                        values (?1, (select id from handle where customer_id = ?2 order by ended_at nulls first limit 1),
                            ?2, ?3, 'confirmed', cast(?4 as float8), ?5, ?6, ?6, ?7, ?8)
                        """, id, atom, other, Evidence.CONFIRMED.confidence(), by, now, override, reason)
                .replaceWithVoid();
    }

    Uni<List<Revoked>> revoke(UUID id, String by, Instant now, String reason) {
        return revoked("id = ?4", by, now, reason, id);
    }

    /** All links between the inside and whatever is not inside. */
    Uni<List<Revoked>> cut(Collection<UUID> inside, String by, Instant now, String reason) {
        return revoked(
                "(atom_id = any(?4) or customer_id = any(?4)) and (atom_id = any(?4)) <> (customer_id = any(?4))",
                by,
                now,
                reason,
                (Object) inside.toArray(UUID[]::new));
    }

    private Uni<List<Revoked>> revoked(String which, String by, Instant now, String reason, Object which4) {
        return sql.rows(
                        "update link set revoked_by = ?1, revoked_at = ?2, revoked_reason = ?3, refused = null "
                                + "where revoked_at is null and " + which
                                + " returning id, atom_id, customer_id, handle_id, evidence",
                        by,
                        now,
                        reason,
                        which4)
                .map(rows -> rows.stream()
                        .map(row -> new Revoked(
                                (UUID) row[0], (UUID) row[1], (UUID) row[2], (UUID) row[3], (String) row[4]))
                        .toList());
    }

    Uni<Void> differ(List<Difference> pairs, String reason, String by, Instant now) {
        return sql.update(
                        """
                        insert into difference (id, atom_id, other_id, reason, made_by, made_at)
                        select id, least(one, other), greatest(one, other), ?4, ?5, ?6
                        from unnest(?1::uuid[], ?2::uuid[], ?3::uuid[]) as pair(id, one, other)
                        on conflict do nothing
                        """,
                        pairs.stream().map(pair -> Ids.next()).toArray(UUID[]::new),
                        pairs.stream().map(Difference::a).toArray(UUID[]::new),
                        pairs.stream().map(Difference::b).toArray(UUID[]::new),
                        reason,
                        by,
                        now)
                .replaceWithVoid();
    }

    /** @return the two atoms; empty when there is no such mark in force */
    Uni<List<UUID>> undiffer(UUID id, Said said, Instant now) {
        return sql.rows("""
                        update difference set revoked_by = ?2, revoked_reason = ?3, revoked_at = ?4
                        where id = ?1 and revoked_at is null
                        returning atom_id, other_id
                        """, id, said.by(), said.reason(), now)
                .map(rows -> rows.stream()
                        .flatMap(row -> Arrays.stream(row).map(UUID.class::cast))
                        .toList());
    }

    Uni<Boolean> end(UUID handleId, Said said, Instant now) {
        return sql.update("""
                        update handle set ended_at = ?2, ended_by = ?3, ended_reason = ?4
                        where id = ?1 and ended_at is null
                        """, handleId, now, said.by(), said.reason()).map(rows -> rows == 1);
    }
}
