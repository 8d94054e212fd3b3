/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;

import fi.saumaton.routing.engine.Capacity;
import fi.saumaton.routing.engine.Effect;
import fi.saumaton.routing.engine.Engine;
import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.ItemState;
import fi.saumaton.routing.engine.Moment;
import fi.saumaton.routing.engine.Outcome;
import fi.saumaton.routing.engine.Presence;
import fi.saumaton.routing.engine.QueueRules;
import fi.saumaton.routing.engine.Ring;
import fi.saumaton.routing.engine.Situation;
import fi.saumaton.routing.engine.State;

/**
 * A large company at its busiest: so much work waits that each contact that ends leads to the next offer. Each decision
 * is one that an agent who has become free, or a contact that comes, has caused; the acceptance, the closing and the new contact that belong
 * to it are part of the time.
 */
final class EngineLoad {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int SKILLS = 50;
    private static final int QUEUES = 60;
    private static final int SKILLS_OF_AN_AGENT = 5;
    private static final List<String> KINDS = List.of("webchat", "email", "voice");
    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    private final SplittableRandom random = new SplittableRandom(20261122);
    private final State state = new State();
    private final int waiting;
    private final int agents;
    private final Map<UUID, UUID> conversationByOffer = new HashMap<>();
    private final Deque<Offered> offered = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private long inputs;
    private long decisions;
    private final long[] nanos;
    private int measured;

    private record Offered(UUID offer, UUID conversation, String agent) {}

    EngineLoad(int waiting, int agents, int measure) {
        this.waiting = waiting;
        this.agents = agents;
        this.nanos = new long[measure];
    }

    void prepare() {
        for (int queue = 0; queue < QUEUES; queue++) {
            apply(queue(queue));
        }
        for (int kind = 0; kind < KINDS.size(); kind++) {
            apply(entrance(kind));
        }
        for (int agent = 0; agent < agents; agent++) {
            String id = "agent-" + agent;
            apply(new Input.PresenceChanged(
                    id, id, Presence.AVAILABLE, null, new Input.Defaults(Set.of(), new Capacity(4, Map.of()))));
            apply(configured(id));
        }
        while (state.waiting() < waiting || !everyKindWaits()) {
            apply(arrival());
        }
    }

    /** Agents are full with work of every kind only when all kinds wait. */
    private boolean everyKindWaits() {
        if (inputs % 5_000 != 0) {
            return false;
        }
        Map<String, Integer> byKind = new HashMap<>();
        state.items().stream()
                .filter(item -> item.state() == ItemState.WAITING)
                .forEach(item -> byKind.merge(item.channelKind(), 1, Integer::sum));
        return KINDS.stream().allMatch(kind -> byKind.getOrDefault(kind, 0) > waiting / 5);
    }

    private static String skill(int n) {
        return "skill-" + Math.floorMod(n, SKILLS);
    }

    private Input queue(int n) {
        Set<String> required = n < SKILLS ? Set.of(skill(n)) : Set.of(skill(n), skill(n + 7));
        List<Ring> rings = List.of(new Ring(600, 1, true, Set.of(), Set.of(), null));
        Map<String, Integer> levels = Map.of(skill(n), 1 + n % 4);
        QueueRules rules = new QueueRules(levels, false, rings, null, null, null, 0, 0, null, null, false);
        return new Input.QueueConfigured("queue-" + n, required, 30, n % 5, Set.of(), rules, null);
    }

    /** All the work of a channel kind comes in here and is spread over twenty queues. */
    private static Input entrance(int kind) {
        Map<String, Integer> split = new HashMap<>();
        for (int queue = kind; queue < QUEUES; queue += KINDS.size()) {
            split.put("queue-" + queue, 100 * KINDS.size() / QUEUES);
        }
        QueueRules rules = new QueueRules(null, false, null, split, null, null, 0, 0, null, null, false);
        String name = KINDS.get(kind);
        return new Input.QueueConfigured(name, Set.of(), 30, 10, Set.of(name), rules, null);
    }

    private Input configured(String id) {
        Set<String> skills = new TreeSet<>();
        Map<String, Integer> levels = new HashMap<>();
        while (skills.size() < SKILLS_OF_AN_AGENT) {
            String skill = skill(random.nextInt(SKILLS));
            skills.add(skill);
            levels.put(skill, 1 + random.nextInt(5));
        }
        Set<String> queues = new TreeSet<>();
        for (int queue = 0; queue < QUEUES; queue++) {
            queues.add("queue-" + queue);
        }
        Set<String> languages = Set.of("fi", random.nextBoolean() ? "sv" : "en");
        Capacity capacity = new Capacity(4, Map.of("email", 2), Set.of("email"), Set.of("voice"));
        return new Input.AgentConfigured(id, id, skills, levels, languages, queues, "team", capacity, null);
    }

    private Input arrival() {
        UUID conversation = new UUID(random.nextLong(), random.nextLong());
        Situation situation = new Situation(
                new UUID(random.nextLong(), random.nextLong()),
                "channel",
                KINDS.get(Math.max(0, random.nextInt(6) - 3)),
                LANGUAGES.get(random.nextInt(LANGUAGES.size())),
                random.nextInt(4) == 0 ? "agent-" + random.nextInt(agents) : null,
                now.minusSeconds(random.nextInt(500_000)),
                "customer",
                (double) random.nextInt(5000),
                random.nextInt(10) == 0 ? -(double) random.nextInt(11) : null,
                null);
        return new Input.WorkArrived(conversation, 1, situation, now.minusSeconds(random.nextInt(7200)));
    }

    private Outcome apply(Input input) {
        now = now.plusNanos(20_000);
        Outcome outcome = Engine.apply(state, input, new Moment(now, new UUID(99, inputs++)));
        for (Effect effect : outcome.effects()) {
            if (effect instanceof Effect.OfferMade made) {
                decisions++;
                offered.add(new Offered(
                        made.offer().id(),
                        made.offer().conversationId(),
                        made.offer().agentId()));
            }
        }
        state.takeChanges();
        return outcome;
    }

    /** Runs until so many decisions have been made; nanoseconds of all together. */
    long run() {
        measured = 0;
        long before = decisions;
        long begun = cpu();
        while (decisions - before < nanos.length) {
            Offered next = offered.poll();
            apply(new Input.OfferAccepted(next.offer, next.agent));
            long start = cpu();
            apply(new Input.ConversationClosed(next.conversation, 9, "resolved"));
            if (measured < nanos.length) {
                nanos[measured++] = cpu() - start;
            }
            apply(arrival());
        }
        return cpu() - begun;
    }

    /** What this thread has had of the processor: what else runs on the machine is not the engine's cost. */
    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    double percentileMicros(double share) {
        long[] sorted = Arrays.copyOf(nanos, measured);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(measured - 1, Math.floor(share * measured))] / 1000.0;
    }

    /** How many decisions have been made per second of the processor. */
    double decisionsPerSecond() {
        return nanos.length * 1e9 / run();
    }

    State state() {
        return state;
    }
}
