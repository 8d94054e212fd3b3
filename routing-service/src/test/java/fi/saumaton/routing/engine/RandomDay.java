/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A day of random inputs, sensible and senseless, from one seed. */
final class RandomDay {
    static final List<UUID> CONVERSATIONS =
            IntStream.range(0, 25).mapToObj(n -> new UUID(1, n)).toList();
    private static final List<String> AGENTS = List.of("jenni", "sami", "supervisor");
    private static final List<String> KINDS = List.of("email", "webchat", "webhook");
    private static final List<String> QUEUES = List.of("support", "machines");

    record Logged(Input input, Moment moment) {}

    final Office office = new Office();
    final List<Logged> log = new ArrayList<>();
    private final Random random;
    private final long[] versions = new long[CONVERSATIONS.size()];

    RandomDay(long seed) {
        random = new Random(seed);
    }

    Outcome step() {
        office.pass(Duration.ofMillis(random.nextInt(40_000)));
        Input input = log.size() < QUEUES.size() ? queue(QUEUES.get(log.size())) : any();
        Logged logged = new Logged(input, new Moment(office.now, new UUID(3, log.size())));
        log.add(logged);
        return Engine.apply(office.state, input, logged.moment());
    }

    private Input any() {
        return switch (random.nextInt(22)) {
            case 0, 1, 2, 3, 4 -> arrival();
            case 5, 6 -> new Input.CustomerWrote(conversation(), version(), office.now);
            case 7, 8 -> new Input.AgentReplied(conversation(), version());
            case 9 -> new Input.ConversationClosed(conversation(), version(), random.nextBoolean() ? "resolved" : null);
            case 10, 11, 12 -> acceptance();
            case 13 -> refusal();
            case 14 -> new Input.OfferTimedOut(offer());
            case 15, 16 -> presence();
            case 17 -> new Input.LeaseExpired(agent());
            case 18 -> transfer();
            case 19 ->
                new Input.SituationChanged(
                        conversation(),
                        random.nextBoolean() ? -random.nextInt(11) / 1.0 : null,
                        random.nextBoolean() ? one(List.of(Situation.Promised.values())) : null);
            case 20 -> new Input.TimePassed();
            default -> random.nextInt(4) == 0 ? queue(one(QUEUES)) : configuration();
        };
    }

    private Input arrival() {
        String last = random.nextInt(3) == 0 ? agent() : null;
        Situation situation = Office.situation(
                one(KINDS),
                random.nextBoolean() ? "sv" : null,
                last,
                last == null ? null : office.now.minus(Duration.ofHours(random.nextInt(100))));
        return new Input.WorkArrived(
                conversation(),
                version(),
                situation.felt(random.nextInt(3) == 0 ? -random.nextInt(11) / 1.0 : null, null),
                office.now.minusSeconds(random.nextInt(600)));
    }

    private Input acceptance() {
        UUID offer = offer();
        Offer pending = office.state.offer(offer);
        return new Input.OfferAccepted(offer, pending == null || random.nextInt(10) == 0 ? agent() : pending.agentId());
    }

    private Input refusal() {
        UUID offer = offer();
        Offer pending = office.state.offer(offer);
        return new Input.OfferDeclined(offer, pending == null ? agent() : pending.agentId(), "busy");
    }

    private Input presence() {
        Presence presence = Presence.values()[random.nextInt(3)];
        Input.Defaults defaults =
                new Input.Defaults(Set.of("fi"), new Capacity(1 + random.nextInt(4), Map.of("email", 2)));
        return new Input.PresenceChanged(agent(), "Somebody", presence, null, defaults);
    }

    private Input transfer() {
        List<UUID> items =
                office.state.items().stream().map(WorkItem::id).sorted().toList();
        UUID item = items.isEmpty() ? new UUID(0, 0) : one(items);
        return new Input.Transferred(item, one(QUEUES), random.nextBoolean() ? agent() : null);
    }

    private Input configuration() {
        return new Input.AgentConfigured(
                agent(),
                "Somebody",
                random.nextBoolean() ? Set.of("saws") : Set.of(),
                random.nextBoolean() ? Map.of("saws", 1 + random.nextInt(5)) : Map.of(),
                random.nextBoolean() ? Set.of("fi", "sv") : Set.of("en"),
                random.nextBoolean() ? Set.of("support") : Set.copyOf(QUEUES),
                random.nextBoolean() ? "shop" : null,
                new Capacity(
                        1 + random.nextInt(9),
                        Map.of("email", 1 + random.nextInt(3)),
                        random.nextBoolean() ? Set.of("email") : Set.of(),
                        random.nextBoolean() ? Set.of("webhook") : Set.of()),
                null);
    }

    private Input queue(String name) {
        return new Input.QueueConfigured(
                name,
                name.equals("machines") && random.nextBoolean() ? Set.of("saws") : Set.of(),
                10 + random.nextInt(50),
                random.nextInt(20),
                random.nextBoolean() ? Set.of("email") : Set.copyOf(KINDS),
                random.nextBoolean() ? QueueRules.NONE : rules(),
                null);
    }

    private QueueRules rules() {
        List<Ring> rings = random.nextBoolean()
                ? List.of()
                : List.of(
                        new Ring(30 + random.nextInt(60), 1, random.nextBoolean(), Set.of(), Set.of("shop"), null),
                        new Ring(
                                100, 3, true, Set.copyOf(QUEUES), Set.of(), random.nextBoolean() ? one(QUEUES) : null));
        return new QueueRules(
                random.nextBoolean() ? Map.of("saws", 1 + random.nextInt(5)) : null,
                random.nextBoolean(),
                rings,
                random.nextBoolean() ? Map.of(one(QUEUES), 50) : null,
                random.nextInt(3) == 0 ? List.of(hours()) : null,
                random.nextBoolean() ? one(QUEUES) : null,
                random.nextInt(60),
                random.nextBoolean() ? 0 : 60 + random.nextInt(600),
                null,
                null,
                random.nextInt(4) == 0);
    }

    private Hours hours() {
        LocalTime from = LocalTime.of(9 + random.nextInt(4), random.nextInt(60));
        return new Hours(Set.of(DayOfWeek.values()), from, from.plusMinutes(5 + random.nextInt(40)));
    }

    private UUID offer() {
        List<UUID> pending =
                office.state.pendingOffers().stream().map(Offer::id).sorted().toList();
        return pending.isEmpty() ? new UUID(0, random.nextInt(3)) : one(pending);
    }

    private UUID conversation() {
        return one(CONVERSATIONS);
    }

    /** Mostly growing, sometimes an old one, since topics overtake each other. */
    private long version() {
        int n = random.nextInt(versions.length);
        return random.nextInt(4) == 0 ? random.nextInt(60) : ++versions[n] + log.size() / 10;
    }

    private String agent() {
        return one(AGENTS);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
