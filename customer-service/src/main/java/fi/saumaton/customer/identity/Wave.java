/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sightings that can be worked on together, because none changes what another one depends on. The rest waits for the
 * next wave. Nearly always one wave takes all.
 *
 * @param known the database's handles among the sightings'
 */
record Wave(List<Sighting> sightings, List<Sighting> waiting, Map<Handle, Known> known) {

    static Wave choose(List<Sighting> waiting, Map<Handle, Known> known) {
        Set<Handle> busy = new HashSet<>();
        Set<UUID> changing = new HashSet<>();
        Set<UUID> met = new HashSet<>();
        List<Sighting> chosen = new ArrayList<>();
        List<Sighting> later = new ArrayList<>();
        for (var sighting : waiting) {
            var handles = handles(sighting);
            var customers = customers(sighting, known);
            boolean settled = settled(sighting, known);
            boolean free = handles.stream().noneMatch(busy::contains)
                    && customers.stream().noneMatch(changing::contains)
                    && (settled || customers.stream().noneMatch(met::contains));
            (free ? chosen : later).add(sighting);
            met.addAll(customers);
            if (!settled || !free) {
                busy.addAll(handles);
                changing.addAll(customers);
            }
        }
        return new Wave(chosen, later, known);
    }

    /** Every handle known, all of one customer: nothing to decide. */
    boolean settled(Sighting sighting) {
        return settled(sighting, known);
    }

    Set<UUID> customers(Sighting sighting) {
        return customers(sighting, known);
    }

    /** All customers met in this wave. */
    Set<UUID> customers() {
        return sightings.stream().flatMap(s -> customers(s).stream()).collect(Collectors.toSet());
    }

    /** The customers about whom something has to be decided. */
    Set<UUID> unsettled() {
        return sightings.stream()
                .filter(sighting -> !settled(sighting))
                .flatMap(sighting -> customers(sighting).stream())
                .collect(Collectors.toSet());
    }

    /** The same wave without the sightings of customers who have just been joined to others by somebody else. */
    Wave without(Set<UUID> moved) {
        var split = sightings.stream()
                .collect(Collectors.partitioningBy(s -> customers(s).stream().anyMatch(moved::contains)));
        var later = new ArrayList<>(split.get(true));
        later.addAll(waiting);
        return new Wave(split.get(false), later, known);
    }

    private static boolean settled(Sighting sighting, Map<Handle, Known> known) {
        return !sighting.handles().isEmpty()
                && handles(sighting).stream().allMatch(known::containsKey)
                && customers(sighting, known).size() == 1;
    }

    private static Set<Handle> handles(Sighting sighting) {
        return sighting.handles().stream().map(ProvenHandle::handle).collect(Collectors.toSet());
    }

    private static Set<UUID> customers(Sighting sighting, Map<Handle, Known> known) {
        return handles(sighting).stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Known::customerId)
                .collect(Collectors.toSet());
    }
}
