/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.fact;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.metric.Contact;
import fi.saumaton.analytics.metric.Issue;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.analytics.metric.Offer;
import fi.saumaton.kit.sql.Sql;

/** The tables of facts. A row is written only where it differs from what stands there. */
@ApplicationScoped
class FactStore {

    private final Sql sql;

    FactStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Makes other transactions wait that are about to derive facts of the same conversations and issues, until this one is
     * committed: the topics have no order between them, and whoever comes second must see what the first has appended.
     */
    Uni<Void> lock(Set<UUID> subjects) {
        return sql.rows("""
                        select cast(pg_advisory_xact_lock(key) as text)
                        from (select distinct hashtextextended(cast(id as text), 0) as key
                              from unnest(cast(?1 as uuid[])) as id order by key) as keys
                        """, (Object) subjects.toArray(UUID[]::new)).replaceWithVoid();
    }

    /** The conversations in which one of these answers can be the first one to a contact. */
    Uni<List<UUID>> waitingFor(List<LoggedEvent> answers) {
        if (answers.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return sql.rows(
                        """
                        select distinct r.conversation from jsonb_to_recordset(cast(?1 as jsonb)) as r(conversation uuid, at timestamptz)
                        where exists (select from contact_fact c where c.conversation_id = r.conversation
                            and c.started_at <= r.at and (c.answered_at is null or c.answered_at > r.at))
                        """,
                        sql.json(answers.stream()
                                .map(answer -> new Answer(
                                        answer.conversationId(), answer.at().toString()))
                                .toList()))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
    }

    @RegisterForReflection
    private record Answer(UUID conversation, String at) {}

    Uni<Void> storeContacts(List<Contact> contacts) {
        return store("""
                insert into contact_fact as f (contact_id, conversation_id, customer_id, reopened, channel, channel_kind,
                    started_at, answered_at, assigned_at, settled_at, automatic)
                select "contactId", "conversationId", "customerId", reopened, channel, "channelKind",
                    "startedAt", "answeredAt", "assignedAt", "settledAt", automatic
                from jsonb_to_recordset(cast(?1 as jsonb)) as r("contactId" uuid, "conversationId" uuid, "customerId" uuid,
                    reopened boolean, channel text, "channelKind" text, "startedAt" timestamptz, "answeredAt" timestamptz,
                    "assignedAt" timestamptz, "settledAt" timestamptz, automatic boolean)
                on conflict (contact_id, started_at) do update set customer_id = excluded.customer_id,
                    answered_at = excluded.answered_at, assigned_at = excluded.assigned_at,
                    settled_at = excluded.settled_at, automatic = excluded.automatic
                where (f.customer_id, f.answered_at, f.assigned_at, f.settled_at, f.automatic) is distinct from
                    (excluded.customer_id, excluded.answered_at, excluded.assigned_at, excluded.settled_at, excluded.automatic)
                """, contacts);
    }

    Uni<Void> storeOffers(List<Offer> offers) {
        List<OfferRow> rows = offers.stream().map(OfferRow::of).toList();
        return store("""
                insert into offer_fact as f (offer_id, conversation_id, agent_id, queue, made_at, outcome, ended_at)
                select "offerId", "conversationId", "agentId", queue, "madeAt", outcome, "endedAt"
                from jsonb_to_recordset(cast(?1 as jsonb)) as r("offerId" uuid, "conversationId" uuid, "agentId" uuid,
                    queue text, "madeAt" timestamptz, outcome text, "endedAt" timestamptz)
                on conflict (offer_id, made_at) do update set outcome = excluded.outcome, ended_at = excluded.ended_at
                where (f.outcome, f.ended_at) is distinct from (excluded.outcome, excluded.ended_at)
                """, rows);
    }

    Uni<Void> storeIssues(List<Issue> issues) {
        List<ResolutionRow> resolutions =
                issues.stream().flatMap(ResolutionRow::of).toList();
        return store("""
                        insert into issue_fact as f (issue_id, customer_id, opened_at)
                        select "issueId", "customerId", "openedAt"
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r("issueId" uuid, "customerId" uuid, "openedAt" timestamptz)
                        on conflict (issue_id) do update set customer_id = excluded.customer_id, opened_at = excluded.opened_at
                        where (f.customer_id, f.opened_at) is distinct from (excluded.customer_id, excluded.opened_at)
                        """, issues).chain(() -> storeResolutions(resolutions));
    }

    private Uni<Void> storeResolutions(List<ResolutionRow> resolutions) {
        return store("""
                insert into resolution_fact as f (resolution_id, issue_id, resolved_at, undone_at, first_contact)
                select "resolutionId", "issueId", "resolvedAt", "undoneAt", "firstContact"
                from jsonb_to_recordset(cast(?1 as jsonb)) as r("resolutionId" uuid, "issueId" uuid, "resolvedAt" timestamptz,
                    "undoneAt" timestamptz, "firstContact" boolean)
                on conflict (resolution_id) do update set undone_at = excluded.undone_at, first_contact = excluded.first_contact
                where (f.undone_at, f.first_contact) is distinct from (excluded.undone_at, excluded.first_contact)
                """, resolutions);
    }

    private Uni<Void> store(String statement, Collection<?> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(statement, sql.json(rows)).replaceWithVoid();
    }
}
