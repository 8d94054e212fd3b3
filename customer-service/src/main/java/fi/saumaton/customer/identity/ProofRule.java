/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What links by itself and what is only a claim. A proven handle ties its sender to the customer it belongs to, and
 * customers to each other when one sender proves handles of several. Two things keep wrong histories apart:
 *
 * <ul>
 *   <li>different customer numbers (or logins) are different people, even when they share an e-mail address;
 *   <li>a browser's visitor id goes along with a person, but never joins one person to another.
 * </ul>
 */
public final class ProofRule {
    /** The surest first; kinds not named here come between the named ones and the visitor. */
    private static final List<String> STRENGTH =
            List.of(Handle.SHOP_CUSTOMER, Handle.OIDC_SUBJECT, Handle.CUSTOMER_NUMBER, Handle.EMAIL, Handle.PHONE);

    private ProofRule() {}

    /**
     * A customer as met through a sender's handles.
     *
     * @param handles all the handles of the customer, not only the sender's
     */
    public record Cluster(UUID customerId, Instant createdAt, Set<Handle> handles) {
        boolean hasPerson() {
            return handles.stream().anyMatch(Handle::personal);
        }
    }

    /**
     * Whose the sender is.
     *
     * @param survivor the customer to go on with, the oldest person; empty when the sender is new
     * @param joined customers who redirect to the survivor from now on
     * @param refused customers to whom some of the sender's handles belong without making them the same person
     */
    public record Verdict(Optional<UUID> survivor, List<UUID> joined, List<UUID> refused) {}

    /** @param strong whether the channel has proven the handle; {@code evidence} has to be known besides */
    public static Optional<Evidence> proof(boolean strong, String evidence) {
        return strong ? Evidence.of(evidence) : Optional.empty();
    }

    /** An anonymous visitor is proven to be the same browser, not to be anybody. */
    public static boolean verified(Collection<ProvenHandle> handles) {
        return handles.stream().anyMatch(proven -> proven.handle().personal());
    }

    /** In the order in which they decide: the surest first. */
    public static List<ProvenHandle> ranked(Collection<ProvenHandle> handles) {
        return handles.stream()
                .sorted(Comparator.comparingInt((ProvenHandle proven) -> rank(proven.handle()))
                        .thenComparing(ProvenHandle::handle))
                .toList();
    }

    /** @param clusterOf the customers whom the sender's handles belong to already; new handles are missing from it */
    public static Verdict decide(Collection<ProvenHandle> sender, Map<Handle, Cluster> clusterOf) {
        var handles = ranked(sender).stream().map(ProvenHandle::handle).toList();
        boolean person = handles.stream().anyMatch(Handle::personal);
        Set<Handle> own = new HashSet<>(handles);
        List<Cluster> accepted = new ArrayList<>();
        List<UUID> refused = new ArrayList<>();
        for (var handle : handles) {
            var cluster = clusterOf.get(handle);
            if (cluster == null || accepted.contains(cluster) || refused.contains(cluster.customerId())) {
                continue;
            }
            boolean anotherBrowserUser = person && !handle.personal() && cluster.hasPerson();
            if (anotherBrowserUser || contradicts(own, cluster.handles())) {
                refused.add(cluster.customerId());
            } else {
                accepted.add(cluster);
                own.addAll(cluster.handles());
            }
        }
        return verdict(accepted, refused);
    }

    private static Verdict verdict(List<Cluster> accepted, List<UUID> refused) {
        var byAge = accepted.stream()
                .sorted(Comparator.comparing((Cluster cluster) -> !cluster.hasPerson())
                        .thenComparing(Cluster::createdAt)
                        .thenComparing(Cluster::customerId))
                .map(Cluster::customerId)
                .toList();
        return byAge.isEmpty()
                ? new Verdict(Optional.empty(), List.of(), refused)
                : new Verdict(Optional.of(byAge.getFirst()), byAge.subList(1, byAge.size()), refused);
    }

    private static boolean contradicts(Set<Handle> own, Set<Handle> others) {
        return own.stream()
                .filter(Handle::exclusive)
                .anyMatch(handle -> others.stream().anyMatch(handle::contradicts));
    }

    private static int rank(Handle handle) {
        int named = STRENGTH.indexOf(handle.kind());
        return named >= 0 ? named : handle.personal() ? STRENGTH.size() : STRENGTH.size() + 1;
    }
}
