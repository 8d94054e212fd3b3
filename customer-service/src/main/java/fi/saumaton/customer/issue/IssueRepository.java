/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Issues: one at a time through Panache for people, many at a time in native SQL for contacts. */
@ApplicationScoped
class IssueRepository implements PanacheRepositoryBase<Issue, UUID> {
    private static final String CANDIDATES = """
            select i.id, root.id, c.survivor_id, i.reference, root.title, root.state, root.contacts, root.opened_at,
                   root.last_contact_at, root.resolved_at, said.named, said.numbers, said.words
            from issue i
            join issue root on root.id = i.survivor_id
            join customer c on c.id = i.customer_id
            cross join lateral (
                select array(
                           select k.reference from contact_turn t
                           join contact k on k.conversation_id = t.conversation_id
                           where t.issue_id = i.id) as named,
                       array(
                           select unnest(t.numbers) from contact_turn t where t.issue_id = i.id
                           union
                           select f.kind || '=' || f.value from contact_turn t
                           join contact k on k.conversation_id = t.conversation_id
                           join fact f on f.customer_id = k.customer_id and f.conversation_id = k.conversation_id
                           where t.issue_id = i.id and f.kind = any(?3) and not exists (
                               select from fact_withdrawal w
                               where w.customer_id = f.customer_id and w.kind = f.kind and w.value = f.value
                                 and w.withdrawn_at >= f.observed_at)) as numbers,
                       array(select distinct unnest(t.words) from contact_turn t where t.issue_id = i.id) as words
                ) said
            where root.state <> 'closed' and (i.id = any(?2) or root.contacts > 0 and i.id in (
                select living.id from customer member
                join issue living on living.customer_id = member.id
                join issue survivor on survivor.id = living.survivor_id and survivor.state <> 'closed'
                where member.survivor_id = any(?1)))
            order by i.id
            for update of i, root
            """;

    private final Sql sql;

    IssueRepository(Sql sql) {
        this.sql = sql;
    }

    record NewIssue(UUID id, UUID customerId, String reference, String title, UUID openedBy, Instant openedAt) {}

    record Contacted(UUID id, Instant at, int contacts, boolean returned) {}

    record Move(UUID issueId, UUID conversationId, UUID customerId) {}

    /** The issue that an id stands for: itself, or the one that it was joined into. */
    Uni<Issue> require(UUID id) {
        return survivor(id).chain(this::findById);
    }

    /** Locked; see {@link #require}. */
    Uni<Issue> requireLocked(UUID id) {
        return survivor(id)
                .chain(survivor -> findById(survivor, LockModeType.PESSIMISTIC_WRITE))
                .chain(issue -> issue.survivorId().equals(issue.id())
                        ? Uni.createFrom().item(issue)
                        : requireLocked(issue.survivorId()));
    }

    private Uni<UUID> survivor(UUID id) {
        return sql.rows("select survivor_id from issue where id = ?1", id)
                .map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[0])
                .onItem()
                .ifNull()
                .failWith(IssueRepository::notFound);
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such issue.");
    }

    /**
     * The customers' issues and the named ones, as far as they are not closed, with what their contacts speak of; locked.
     * An agent who withdraws a fact takes the number from its issue too.
     *
     * @param numbers the kinds of facts that tell one matter from another
     */
    Uni<List<IssueRule.Candidate>> candidates(
            Collection<UUID> customers, Collection<UUID> issues, Collection<String> numbers) {
        if (customers.isEmpty() && issues.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sql.rows(
                        CANDIDATES,
                        customers.toArray(UUID[]::new),
                        issues.toArray(UUID[]::new),
                        numbers.toArray(String[]::new))
                .map(rows -> rows.stream().map(IssueRepository::candidate).toList());
    }

    private static IssueRule.Candidate candidate(Object[] row) {
        var reference = (String) row[3];
        return new IssueRule.Candidate(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                reference,
                (String) row[4],
                IssueState.of((String) row[5]),
                (Integer) row[6],
                (Instant) row[7],
                (Instant) row[8],
                (Instant) row[9],
                Stream.concat(Stream.of(reference), Stream.of((String[]) row[10]))
                        .collect(Collectors.toSet()),
                Topic.of(List.of((String[]) row[11]), List.of((String[]) row[12])));
    }

    Uni<Void> insert(List<NewIssue> issues) {
        return issues.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                                insert into issue (id, survivor_id, customer_id, reference, title, state, contacts,
                                    opened_by, opened_at, last_contact_at)
                                select id, id, "customerId", reference, title, 'open', 1, "openedBy", "openedAt", "openedAt"
                                from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid, "customerId" uuid,
                                    reference text, title text, "openedBy" uuid, "openedAt" timestamptz)
                                """, sql.json(issues)).replaceWithVoid();
    }

    /** @param issues at most one row per issue */
    Uni<Void> contacted(Collection<Contacted> issues) {
        return issues.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update("""
                                update issue i set
                                    state = 'open', waiting_for = null, resolution = null, resolution_code = null, resolved_by_id = null, resolved_by_name = null,
                                    resolved_at = null, contacts = i.contacts + r.contacts,
                                    returned = i.returned or r.returned,
                                    last_contact_at = greatest(i.last_contact_at, r.at), version = i.version + 1
                                from jsonb_to_recordset(cast(?1 as jsonb))
                                    as r(id uuid, at timestamptz, contacts integer, returned boolean)
                                where i.id = r.id
                                """, sql.json(issues)).replaceWithVoid();
    }

    /**
     * Issues that nobody but the given conversation has been about go over to the conversation's customer. One that is
     * joined with others stays with them: it is theirs too.
     *
     * @return the conversations whose issue went along
     */
    Uni<Set<UUID>> move(List<Move> moves) {
        return sql.rows("""
                        update issue i set customer_id = r."customerId", version = i.version + 1
                        from jsonb_to_recordset(cast(?1 as jsonb))
                            as r("issueId" uuid, "conversationId" uuid, "customerId" uuid)
                        where i.id = r."issueId" and i.opened_by = r."conversationId" and i.contacts = 1
                            and i.survivor_id = i.id
                            and not exists (select from issue m where m.survivor_id = i.id and m.id <> i.id)
                        returning i.opened_by
                        """, sql.json(moves))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    Uni<Integer> rename(UUID issueId, String title) {
        return sql.update("update issue set title = ?2, version = version + 1 where id = ?1", issueId, title);
    }

    /** One that counts to another issue closes with it, and by itself once it is taken apart from it. */
    Uni<Integer> close(Instant resolvedBefore, Instant now) {
        return sql.update("""
                update issue set state = 'closed', closed_at = ?2, version = version + 1
                where state = 'resolved' and resolved_at <= ?1 and survivor_id = id
                """, resolvedBefore, now);
    }

    /** @param customerId a surviving customer */
    Uni<List<Issue>> open(UUID customerId) {
        return list(
                "state = 'open' and survivorId = id and contacts > 0 "
                        + "and customerId in (select c.id from Customer c where c.survivorId = ?1) "
                        + "order by lastContactAt desc, id desc",
                customerId);
    }
}
