/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Changes.Said;
import fi.saumaton.customer.identity.GraphService.Settled;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Links that people make and take back, and what there is to be seen of links. Every step can be undone. */
@ApplicationScoped
public class LinkService {
    private final Transactions transactions;
    private final LinkRepository links;
    private final IdentityRepository identities;
    private final GraphService graph;
    private final Changes changes;
    private final Clock clock;

    LinkService(
            Transactions transactions,
            LinkRepository links,
            IdentityRepository identities,
            GraphService graph,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.links = links;
        this.identities = identities;
        this.graph = graph;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What has come of it.
     *
     * @param linkId the link made, null when none was
     * @param customerIds the customers concerned, as they are now: one when they are one
     */
    public record Change(UUID linkId, List<UUID> customerIds) {}

    /**
     * Links two customers, by any of their ids; joins the caller's transaction when there is one.
     *
     * @param override also when something speaks against it
     */
    public Uni<Change> link(UUID one, UUID other, boolean override, String by, String reason) {
        return transactions.write(() ->
                changes.require(List.of(one, other)).chain(() -> join(one, other, override, new Said(by, reason))));
    }

    /** The same, with the customer of a handle, who may be new. */
    Uni<Change> link(UUID customerId, Handle handle, boolean override, Said said) {
        return transactions.write(() -> changes.require(List.of(customerId))
                .chain(() -> changes.atom(handle))
                .chain(atom -> join(atom, customerId, override, said)));
    }

    private Uni<Change> join(UUID one, UUID other, boolean override, Said said) {
        var now = clock.instant();
        var linkId = Ids.next();
        return identities
                .lockSurvivors(List.of(one, other))
                .invoke(before -> {
                    if (before.get(one).equals(before.get(other))) {
                        throw new Problem(LinkProblem.SAME, "They are one customer already.")
                                .with("customerId", before.get(one));
                    }
                })
                .chain(() -> links.confirm(linkId, one, other, override, said.reason(), said.by(), now))
                .chain(() -> graph.settle(List.of(one, other)))
                .invoke(settled -> refuse(settled, linkId))
                .call(settled -> links.link(linkId, now)
                        .chain(link -> changes.publish(linked(link, settled, now), settled, now)))
                .map(settled -> Changes.change(linkId, List.of(one, other), settled));
    }

    private static void refuse(Settled settled, UUID linkId) {
        var refusal = settled.refusals().get(linkId);
        if (refusal != null) {
            throw new Problem(LinkProblem.REFUSED, "Something speaks against it; a supervisor may override that.")
                    .with("refusal", refusal.code());
        }
    }

    private static List<CustomerEvent> linked(LinkView link, Settled settled, Instant now) {
        var end = link.one().kind() != null ? link.one() : link.other();
        if (end.kind() == null) {
            return List.of();
        }
        return List.of(new CustomerEvent.Linked(
                settled.survivors().get(link.one().customerId()),
                new StatedHandle(end.kind(), end.value(), true, link.evidence()),
                link.confidence(),
                null,
                now));
    }

    /** Takes one link back. Others may still hold the two together. */
    Uni<Change> revoke(UUID linkId, Said said) {
        return transactions.write(() -> {
            var now = clock.instant();
            return links.link(linkId, now)
                    .onItem()
                    .ifNull()
                    .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such link."))
                    .chain(link -> {
                        var ends = link.other() == null
                                ? List.of(link.one().customerId())
                                : List.of(link.one().customerId(), link.other().customerId());
                        return identities
                                .lockSurvivors(ends)
                                .chain(() -> links.revoke(linkId, said.by(), now, said.reason()))
                                .chain(revoked -> changes.settle(ends, revoked, said, now));
                    });
        });
    }

    Uni<LinkView.Evidence> evidence(UUID customerId, Instant asOf) {
        return transactions.read(() -> members(customerId, asOf)
                .chain(members -> links.links(members, at(asOf))
                        .map(found -> asOf == null ? found : then(found, members))
                        .chain(found -> links.differences(members, at(asOf))
                                .map(differences -> new LinkView.Evidence(
                                        members.getFirst(),
                                        found.stream()
                                                .limit(LinkRepository.MOST)
                                                .toList(),
                                        found.size() > LinkRepository.MOST,
                                        differences)))));
    }

    Uni<LinkView.Why> why(UUID customerId, Instant asOf) {
        return transactions.read(() -> members(customerId, asOf)
                .chain(members -> links.ends(members)
                        .chain(ends -> links.linksWithin(members, at(asOf))
                                .map(found -> new LinkView.Why(
                                        members.getFirst(), WhyRule.chains(ends, then(found, members)))))));
    }

    private static List<LinkView> then(List<LinkView> links, List<UUID> members) {
        var all = Set.copyOf(members);
        return links.stream().map(link -> link.then(all)).toList();
    }

    /**
     * All ids that stood for one customer at a time, the surviving one first; inside the caller's session.
     *
     * @param asOf null for now
     */
    public Uni<List<UUID>> members(UUID customerId, Instant asOf) {
        return links.survivor(customerId, at(asOf))
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such customer."))
                .chain(survivor -> links.members(survivor, at(asOf)));
    }

    private Instant at(Instant asOf) {
        return asOf == null ? clock.instant() : asOf;
    }
}
