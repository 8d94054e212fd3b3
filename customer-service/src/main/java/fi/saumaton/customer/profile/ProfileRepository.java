/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.profile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Customer;
import fi.saumaton.kit.sql.Sql;

/** What a glance reads besides issues and timeline. */
@ApplicationScoped
class ProfileRepository implements PanacheRepositoryBase<Customer, UUID> {
    private final Sql sql;

    ProfileRepository(Sql sql) {
        this.sql = sql;
    }

    /** The customer whom an id stands for; null when there is none. */
    Uni<Customer> survivor(UUID id) {
        return findById(id)
                .chain(customer -> customer == null || customer.survivorId().equals(id)
                        ? Uni.createFrom().item(customer)
                        : findById(customer.survivorId()));
    }

    /** Personal handles, each with its best active link: a browser's visitor id tells an agent nothing. */
    Uni<List<Glance.LinkedHandle>> handles(UUID customerId) {
        return sql.rows("""
                        select kind, value, evidence, confidence::text, made_at from (
                            select distinct on (h.id) h.kind, h.value, l.evidence, l.confidence, l.made_at
                            from customer member
                            join handle h on h.customer_id = member.id and h.kind <> 'visitor' and h.ended_at is null
                            join link l on l.handle_id = h.id and l.revoked_at is null and l.refused is null
                            where member.survivor_id = ?1
                            order by h.id, l.confidence desc, l.made_at) best
                        order by made_at, kind, value limit 100
                        """, customerId).map(ProfileRepository::handles);
    }

    /** The same as it was known at a time. */
    Uni<List<Glance.LinkedHandle>> handlesThen(List<UUID> members, Instant asOf) {
        return sql.rows("""
                        select kind, value, evidence, confidence::text, made_at from (
                            select distinct on (h.id) h.kind, h.value, l.evidence, l.confidence, l.made_at
                            from handle h
                            join link l on l.handle_id = h.id and l.made_at <= ?2
                                and (l.revoked_at is null or l.revoked_at > ?2)
                            where h.customer_id = any(?1) and h.kind <> 'visitor'
                              and (h.ended_at is null or h.ended_at > ?2)
                            order by h.id, l.confidence desc, l.made_at) best
                        order by made_at, kind, value limit 100
                        """, members.toArray(UUID[]::new), asOf).map(ProfileRepository::handles);
    }

    /** The first name that was known by then; null when none was. */
    Uni<String> nameThen(List<UUID> members, Instant asOf) {
        return sql.rows("""
                        select own_name from customer
                        where id = any(?1) and own_name is not null and own_name_at <= ?2
                        order by own_name_at, own_name limit 1
                        """, members.toArray(UUID[]::new), asOf)
                .map(rows -> rows.isEmpty() ? null : (String) rows.getFirst()[0]);
    }

    private static List<Glance.LinkedHandle> handles(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Glance.LinkedHandle(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        new BigDecimal((String) row[3]).stripTrailingZeros(),
                        (Instant) row[4]))
                .toList();
    }

    /** What the customer named without proof, as far as nothing has proven it since. */
    Uni<List<Glance.ClaimedHandle>> claims(UUID customerId) {
        return sql.rows("""
                        select c.kind, c.value, c.conversation_id, c.made_at
                        from customer member
                        join contact k on k.customer_id = member.id
                        join claim c on c.conversation_id = k.conversation_id
                        where member.survivor_id = ?1 and not exists (
                            select from handle h join customer owner on owner.id = h.customer_id
                            where h.kind = c.kind and h.value = c.value and h.ended_at is null and owner.survivor_id = ?1)
                        order by c.made_at desc, c.kind, c.value limit 20
                        """, customerId)
                .map(rows -> rows.stream()
                        .map(row -> new Glance.ClaimedHandle(
                                (String) row[0], (String) row[1], (UUID) row[2], (Instant) row[3]))
                        .toList());
    }

    Uni<List<Glance.UnverifiedContact>> unverifiedContacts(UUID customerId) {
        return sql.rows("""
                        select k.conversation_id, k.channel, k.channel_kind, c.kind, c.value, c.made_at
                        from customer member
                        join handle h on h.customer_id = member.id
                        join claim c on c.kind = h.kind and c.value = h.value and h.ended_at is null
                        join contact k on k.conversation_id = c.conversation_id
                        join customer other on other.id = k.customer_id
                        where member.survivor_id = ?1 and other.survivor_id <> ?1
                        order by c.made_at desc, k.conversation_id limit 20
                        """, customerId)
                .map(rows -> rows.stream()
                        .map(row -> new Glance.UnverifiedContact(
                                (UUID) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                (Instant) row[5]))
                        .toList());
    }
}
