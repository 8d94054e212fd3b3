/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Who is there, by what they have: each skill and language has its agents, and so has each set of queues that agents have
 * in common. Whoever seeks an agent looks only at those who have the rarest thing needed. Those who have room stand in the
 * order of their turn; they are put there only when somebody looks, since most have room no longer than until the next
 * piece of work.
 */
final class AgentIndex {
    private final Map<String, Slot> slots = new HashMap<>();
    private final Map<Trait, NavigableSet<String>> available = new HashMap<>();
    private final Map<String, Map<Trait, NavigableSet<Turn>>> free = new TreeMap<>();
    private final Map<Trait.Pool, Set<Trait.Group>> groups = new HashMap<>();
    private final Map<Trait.Group, Trait.Group> known = new HashMap<>();
    private final Set<Slot> moving = new LinkedHashSet<>();
    private final BiPredicate<Agent, String> fits;

    /** @param fits whether an agent can carry one more piece of a channel kind now */
    AgentIndex(BiPredicate<Agent, String> fits) {
        this.fits = fits;
    }

    /** An agent's place among those who have room: the longest rested first. */
    static final class Turn implements Comparable<Turn> {
        private final long rested;
        private final Slot slot;

        private Turn(Slot slot) {
            this.rested = Moment.micros(slot.agent.restedSince());
            this.slot = slot;
        }

        Agent agent() {
            return slot.agent;
        }

        Set<Trait.Pool> pools() {
            return slot.pools;
        }

        @Override
        public int compareTo(Turn other) {
            int byRest = Long.compare(rested, other.rested);
            return byRest == 0 ? slot.agent.id().compareTo(other.slot.agent.id()) : byRest;
        }
    }

    /** How an agent is indexed. */
    private static final class Slot {
        private Agent agent;
        private List<Trait.Skill> skills = List.of();
        private List<Trait> keys = List.of();
        private Set<Trait.Pool> pools = Set.of();
        private final Map<String, List<NavigableSet<Turn>>> places = new HashMap<>();
        private boolean present;
        private Turn shown;
        private Set<String> shownFor = Set.of();

        private boolean takesWork() {
            return agent.available() && !agent.wrappingUp();
        }
    }

    void update(Agent agent) {
        Slot slot = slots.computeIfAbsent(agent.id(), id -> new Slot());
        if (slot.agent == null || profiled(slot.agent, agent)) {
            leave(slot);
            profile(slot, agent);
        }
        slot.agent = agent;
        if (slot.present != agent.available()) {
            slot.present = agent.available();
            slot.keys.forEach(trait -> change(available, trait, agent.id(), slot.present));
        }
        moving.add(slot);
    }

    /** The agent carries more or less than before. */
    void touch(String agentId) {
        Slot slot = slots.get(agentId);
        if (slot != null) {
            moving.add(slot);
        }
    }

    private static boolean profiled(Agent before, Agent now) {
        return before.version() != now.version()
                || before.queues() != now.queues()
                || before.skills() != now.skills()
                || before.languages() != now.languages();
    }

    private void profile(Slot slot, Agent agent) {
        slot.places.clear();
        slot.pools = poolsOf(agent);
        slot.skills = agent.skills().stream().map(Trait.Skill::new).toList();

        Trait.Group fresh = new Trait.Group(agent.queues(), agent.team());
        Trait.Group group = known.computeIfAbsent(fresh, same -> fresh);
        slot.pools.forEach(pool ->
                groups.computeIfAbsent(pool, none -> new LinkedHashSet<>()).add(group));
        slot.keys = new ArrayList<>();
        slot.keys.add(group);
        agent.skills().forEach(skill -> slot.keys.add(new Trait.Mastery(skill, agent.level(skill))));
        agent.languages().forEach(language -> slot.keys.add(new Trait.Language(language)));
    }

    private static Set<Trait.Pool> poolsOf(Agent agent) {
        Set<Trait.Pool> pools = new HashSet<>();
        agent.queues().forEach(queue -> pools.add(Trait.Pool.queue(queue)));
        if (agent.team() != null) {
            pools.add(Trait.Pool.team(agent.team()));
        }
        return pools;
    }

    private void leave(Slot slot) {
        hide(slot);
        if (slot.present) {
            slot.keys.forEach(trait -> change(available, trait, slot.agent.id(), false));
            slot.present = false;
        }
    }

    private void show(Slot slot) {
        Set<String> kinds = slot.takesWork() ? fitting(slot.agent) : Set.of();
        Turn turn = new Turn(slot);
        if (kinds.equals(slot.shownFor) && (kinds.isEmpty() || turn.rested == slot.shown.rested)) {
            return;
        }
        hide(slot);
        for (String kind : kinds) {
            for (NavigableSet<Turn> entries : placesOf(slot, kind)) {
                entries.add(turn);
            }
        }
        slot.shown = turn;
        slot.shownFor = kinds;
    }

    private void hide(Slot slot) {
        for (String kind : slot.shownFor) {
            for (NavigableSet<Turn> entries : placesOf(slot, kind)) {
                entries.remove(slot.shown);
            }
        }
        slot.shownFor = Set.of();
    }

    /** Where an agent with room for a kind stands: looked up once, since it changes with their traits only. */
    private List<NavigableSet<Turn>> placesOf(Slot slot, String kind) {
        return slot.places.computeIfAbsent(kind, ofKind -> {
            List<NavigableSet<Turn>> places = new ArrayList<>();
            for (Trait trait : slot.keys) {
                places.add(free.get(ofKind).computeIfAbsent(trait, fresh -> new TreeSet<>()));
            }
            return places;
        });
    }

    private Set<String> fitting(Agent agent) {
        Set<String> kinds = new HashSet<>();
        for (String kind : free.keySet()) {
            if (fits.test(agent, kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static <T> void change(Map<Trait, NavigableSet<T>> index, Trait trait, T entry, boolean add) {
        NavigableSet<T> entries = index.computeIfAbsent(trait, fresh -> new TreeSet<>());
        if (add) {
            entries.add(entry);
        } else {
            entries.remove(entry);
        }
    }

    /** The queues and the team through which an agent gets work. */
    Set<Trait.Pool> pools(String agentId) {
        Slot slot = slots.get(agentId);
        return slot == null ? Set.of() : slot.pools;
    }

    List<Trait.Skill> skills(String agentId) {
        return slots.get(agentId).skills;
    }

    /** Whether the agent is offered anything at all now, room aside. */
    boolean takesWork(String agentId) {
        Slot slot = slots.get(agentId);
        return slot != null && slot.takesWork();
    }

    /** Available agents of a pool. */
    List<String> available(Trait.Pool pool) {
        return groups(pool).stream()
                .flatMap(group -> available.getOrDefault(group, Collections.emptyNavigableSet()).stream())
                .toList();
    }

    /** Sets of available agents that together hold all who could take what is in a line, from one of its pools. */
    List<NavigableSet<String>> around(Line line, Trait.Pool pool) {
        return rarest(available, line, pool);
    }

    /** Sets of agents with room, each in turn, that together hold all who could take what is in a line now. */
    List<NavigableSet<Turn>> inTurn(Line line, Trait.Pool pool) {
        Map<Trait, NavigableSet<Turn>> ofKind = free.computeIfAbsent(line.key().channelKind(), this::newKind);
        moving.forEach(this::show);
        moving.clear();
        return rarest(ofKind, line, pool);
    }

    /** Nobody has been sought for work of this kind so far: from now on everybody is shown for it. */
    private Map<Trait, NavigableSet<Turn>> newKind(String kind) {
        moving.addAll(slots.values());
        return new HashMap<>();
    }

    private Collection<Trait.Group> groups(Trait.Pool pool) {
        return groups.getOrDefault(pool, Set.of());
    }

    private <T> List<NavigableSet<T>> rarest(Map<Trait, NavigableSet<T>> index, Line line, Trait.Pool pool) {
        List<NavigableSet<T>> rarest = existing(index, groups(pool));
        for (var need : line.key().needs().skills().entrySet()) {
            rarest = rarer(rarest, existing(index, masteries(need.getKey(), need.getValue())));
        }
        String spoken = line.key().needs().language();
        return spoken == null ? rarest : rarer(rarest, existing(index, List.of(new Trait.Language(spoken))));
    }

    private static List<Trait> masteries(String skill, int least) {
        List<Trait> enough = new ArrayList<>();
        for (int level = least; level <= Agent.MOST_LEVEL; level++) {
            enough.add(new Trait.Mastery(skill, level));
        }
        return enough;
    }

    private static <T> List<NavigableSet<T>> existing(
            Map<Trait, NavigableSet<T>> index, Collection<? extends Trait> traits) {
        List<NavigableSet<T>> existing = new ArrayList<>();
        for (Trait trait : traits) {
            NavigableSet<T> having = index.get(trait);
            if (having != null && !having.isEmpty()) {
                existing.add(having);
            }
        }
        return existing;
    }

    private static <T> List<NavigableSet<T>> rarer(List<NavigableSet<T>> one, List<NavigableSet<T>> other) {
        return size(other) < size(one) ? other : one;
    }

    private static <T> int size(List<NavigableSet<T>> sets) {
        int size = 0;
        for (NavigableSet<T> set : sets) {
            size += set.size();
        }
        return size;
    }
}
