/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Changes.Said;
import fi.saumaton.customer.identity.Graph.Difference;
import fi.saumaton.customer.identity.LinkService.Change;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Keeps people apart: parts what does not belong together, marks who is different, ends a handle. Every step can be undone. */
@ApplicationScoped
public class PartingService {
    private final Transactions transactions;
    private final LinkRepository links;
    private final IdentityRepository identities;
    private final Changes changes;
    private final Clock clock;

    PartingService(
            Transactions transactions,
            LinkRepository links,
            IdentityRepository identities,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.links = links;
        this.identities = identities;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Parts some of a customer's atoms from the others.
     *
     * @param different whether they are marked as different people, so that nothing links them again
     */
    Uni<Change> part(UUID customerId, Collection<Handle> handles, boolean different, Said said) {
        return transactions.write(() -> {
            var now = clock.instant();
            return changes.require(List.of(customerId))
                    .chain(() -> inside(customerId, handles))
                    .chain(inside -> identities
                            .lockSurvivors(List.of(customerId))
                            .map(held -> held.get(customerId))
                            .chain(survivor -> links.members(survivor, now)
                                    .map(members -> outside(members, inside))
                                    .chain(outside -> links.cut(inside, said.by(), now, said.reason())
                                            .chain(revoked -> changes.settle(both(inside, outside), revoked, said, now))
                                            .call(() -> different
                                                    ? tellApart(inside, outside, said, now)
                                                    : Uni.createFrom().voidItem()))));
        });
    }

    private Uni<Set<UUID>> inside(UUID customerId, Collection<Handle> handles) {
        return identities.find(handles).chain(known -> {
            Set<UUID> atoms = new LinkedHashSet<>();
            known.values().forEach(row -> atoms.add(row.atom()));
            List<UUID> all = new ArrayList<>(atoms);
            all.add(customerId);
            return identities.survivors(all).map(survivors -> {
                if (known.size() < Set.copyOf(handles).size()
                        || Set.copyOf(survivors.values()).size() > 1) {
                    throw new Problem(LinkProblem.NO_PART, "One of the handles is not the customer's.");
                }
                return atoms;
            });
        });
    }

    private static List<UUID> outside(List<UUID> members, Set<UUID> inside) {
        var outside = members.stream().filter(atom -> !inside.contains(atom)).toList();
        if (outside.isEmpty()) {
            throw new Problem(LinkProblem.NO_PART, "Nothing would be left of the customer.");
        }
        return outside;
    }

    private static List<UUID> both(Collection<UUID> inside, Collection<UUID> outside) {
        List<UUID> all = new ArrayList<>(inside);
        all.addAll(outside);
        return all;
    }

    /** Whom the parted have become, from whom the others have become: the outside too may have fallen apart. */
    private Uni<Void> tellApart(Set<UUID> inside, List<UUID> outside, Said said, Instant now) {
        return identities.survivors(both(inside, outside)).chain(survivors -> {
            List<Difference> pairs = new ArrayList<>();
            for (var one : among(inside, survivors)) {
                among(outside, survivors).forEach(other -> pairs.add(new Difference(one, other)));
            }
            return links.differ(pairs, said.reason(), said.by(), now);
        });
    }

    private static Set<UUID> among(Collection<UUID> atoms, Map<UUID, UUID> survivors) {
        return atoms.stream().map(survivors::get).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Marks two handles' owners as different people. What has linked them is refused from now on, unless it was forced. */
    Uni<Change> differ(Handle one, Handle other, Said said) {
        return transactions.write(() -> {
            var now = clock.instant();
            return changes.atom(one).chain(a -> changes.atom(other).chain(b -> differ(a, b, said, now)));
        });
    }

    /** The same for two customers, by any of their ids; joins the caller's transaction when there is one. */
    public Uni<Change> differ(UUID one, UUID other, String by, String reason) {
        return transactions.write(() -> changes.require(List.of(one, other))
                .chain(() -> differ(one, other, new Said(by, reason), clock.instant())));
    }

    private Uni<Change> differ(UUID one, UUID other, Said said, Instant now) {
        if (one.equals(other)) {
            throw new Problem(LinkProblem.SAME, "It is one and the same handle.");
        }
        return identities
                .lockSurvivors(List.of(one, other))
                .chain(() -> links.differ(List.of(new Difference(one, other)), said.reason(), said.by(), now))
                .chain(() -> changes.settle(List.of(one, other), List.of(), said, now));
    }

    Uni<Change> undiffer(UUID differenceId, Said said) {
        return transactions.write(() -> {
            var now = clock.instant();
            return links.undiffer(differenceId, said, now).chain(atoms -> {
                if (atoms.isEmpty()) {
                    throw new Problem(CommonProblem.NOT_FOUND, "There is no such mark in force.");
                }
                return changes.settle(atoms, List.of(), said, now);
            });
        });
    }

    /**
     * A handle changes hands: what came through it until now stays with whom it belonged to, and from now on it is
     * somebody else's, of whom nothing is known yet.
     */
    Uni<Change> end(Handle handle, Said said) {
        return transactions.write(() -> {
            var now = clock.instant();
            return identities.find(List.of(handle)).chain(known -> {
                if (known.isEmpty()) {
                    throw new Problem(CommonProblem.NOT_FOUND, "Nobody has this handle.");
                }
                var before = known.get(handle);
                return identities
                        .lockSurvivors(List.of(before.atom()))
                        .chain(() -> links.end(before.handleId(), said, now))
                        .chain(ended -> changes.atom(handle))
                        .map(after -> new Change(null, List.of(after)));
            });
        });
    }
}
