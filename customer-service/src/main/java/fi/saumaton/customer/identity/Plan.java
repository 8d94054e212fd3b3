/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fi.saumaton.kit.id.Ids;

/**
 * What one sighting will change, decided before anything is written.
 *
 * @param customerId the survivor
 * @param created whether the survivor is new
 * @param fresh handles nobody had before, with the ids they will get
 * @param joined customers who will redirect to the survivor
 * @param links every link that the sighting's evidence supports, those that exist already among them
 */
record Plan(
        Sighting sighting,
        UUID customerId,
        boolean created,
        UUID recordedUnder,
        List<FreshHandle> fresh,
        List<UUID> joined,
        List<PlannedLink> links) {

    record FreshHandle(UUID id, Handle handle) {}

    /** @param joins the customer who redirects because of this link; null for an ordinary one */
    record PlannedLink(UUID handleId, UUID customerId, ProvenHandle proven, UUID joins) {}

    /** @param clusterOf all about the customers whom the known handles belong to; may be empty for a settled sighting */
    static Plan of(
            Sighting sighting, Map<Handle, Known> known, Map<UUID, ProofRule.Cluster> clusterOf, boolean settled) {
        var handles = ProofRule.ranked(sighting.handles());
        if (settled) {
            var surest = known.get(handles.getFirst().handle());
            return assemble(sighting, handles, known, surest.customerId(), false, List.of(), List.of());
        }
        var clusters = new HashMap<Handle, ProofRule.Cluster>();
        for (var proven : handles) {
            var row = known.get(proven.handle());
            if (row != null) {
                clusters.put(proven.handle(), clusterOf.get(row.customerId()));
            }
        }
        var verdict = ProofRule.decide(handles, clusters);
        return assemble(
                sighting,
                handles,
                known,
                verdict.survivor().orElseGet(Ids::next),
                verdict.survivor().isEmpty(),
                verdict.joined(),
                verdict.refused());
    }

    private static Plan assemble(
            Sighting sighting,
            List<ProvenHandle> handles,
            Map<Handle, Known> known,
            UUID customerId,
            boolean created,
            List<UUID> joined,
            List<UUID> refused) {
        List<FreshHandle> fresh = new ArrayList<>();
        List<PlannedLink> links = new ArrayList<>();
        List<UUID> toJoin = new ArrayList<>(joined);
        UUID recordedUnder = null;
        for (var proven : handles) {
            var row = known.get(proven.handle());
            if (row != null && refused.contains(row.customerId())) {
                continue;
            }
            if (row == null) {
                var handle = new FreshHandle(Ids.next(), proven.handle());
                fresh.add(handle);
                links.add(new PlannedLink(handle.id(), customerId, proven, null));
            } else {
                links.add(new PlannedLink(row.handleId(), row.bornWith(), proven, null));
                if (toJoin.remove(row.customerId())) {
                    links.add(new PlannedLink(row.handleId(), customerId, proven, row.customerId()));
                }
            }
            if (recordedUnder == null) {
                recordedUnder = row == null ? customerId : row.bornWith();
            }
        }
        return new Plan(
                sighting,
                customerId,
                created,
                recordedUnder == null ? customerId : recordedUnder,
                List.copyOf(fresh),
                joined,
                List.copyOf(links));
    }
}
