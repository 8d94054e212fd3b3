/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A made-up log of two days: conversations, offers and issues that mostly make sense, with clocks that disagree, moments
 * that coincide, and here and there an event that never came. The same seed gives the same log.
 */
public final class RandomLog {

    private static final Duration SPAN = Duration.ofDays(2);
    private static final double LOST = 0.03;
    private static final List<String> CHANNELS =
            List.of("email:support", "email:sales", "webchat:shop", "webhook:bench");
    private static final List<String> CLOSINGS = List.of("resolved", "no-reply-needed", "spam", "other");
    private static final List<EventKind> OUTCOMES = List.of(
            EventKind.OFFER_ACCEPTED, EventKind.OFFER_DECLINED, EventKind.OFFER_TIMED_OUT, EventKind.OFFER_RESCINDED);

    private final Random random;
    private final Instant start;
    private final List<UUID> customers;
    private final List<LoggedEvent> events = new ArrayList<>();

    private RandomLog(long seed, Instant start) {
        this.random = new Random(seed);
        this.start = start;
        this.customers = IntStream.range(0, 12).mapToObj(i -> id()).toList();
    }

    public static List<LoggedEvent> of(long seed, Instant start, int conversations) {
        RandomLog log = new RandomLog(seed, start);
        for (int i = 0; i < conversations; i++) {
            log.conversation();
            if (log.chance(0.6)) {
                log.issue();
            }
        }
        return List.copyOf(log.events);
    }

    /** An interval around the middle of a log, looked at from some moment after its beginning. */
    public static Interval interval(long seed, Instant start) {
        Random random = new Random(seed);
        Instant from = start.plusMillis(random.nextLong(SPAN.toMillis() / 2));
        Instant to = from.plusMillis(1 + random.nextLong(SPAN.toMillis()));
        return new Interval(from, to, from.plusMillis(random.nextLong(3 * SPAN.toMillis())));
    }

    private void conversation() {
        UUID conversation = id();
        String channel = pick(CHANNELS);
        String kind = channel.substring(0, channel.indexOf(':'));
        Instant at = moment(start, SPAN);
        EventKind beginning = EventKind.CONVERSATION_OPENED;
        for (int contacts = 1 + random.nextInt(3); contacts > 0; contacts--) {
            contact(conversation, beginning, channel, kind, at);
            at = moment(at, SPAN.dividedBy(3));
            beginning = EventKind.CONVERSATION_REOPENED;
        }
    }

    private void contact(UUID conversation, EventKind beginning, String channel, String kind, Instant at) {
        UUID first = id();
        add(event(beginning, at)
                .conversation(conversation)
                .channel(channel, kind)
                .message(first));
        add(event(EventKind.MESSAGE_RECEIVED, at)
                .conversation(conversation)
                .channel(channel, kind)
                .message(first)
                .automatic(chance(0.3)));
        times(
                3,
                () -> add(event(EventKind.MESSAGE_RECEIVED, moment(at, Duration.ofHours(2)))
                        .conversation(conversation)
                        .channel(channel, kind)
                        .message(id())));
        times(
                2,
                () -> add(event(EventKind.CUSTOMER_IDENTIFIED, moment(at, Duration.ofMinutes(1)))
                        .conversation(conversation)
                        .customer(pick(customers))
                        .channel(channel, kind)));
        times(2, () -> offer(conversation, moment(at, Duration.ofHours(1))));
        times(
                2,
                () -> add(event(
                                pick(List.of(EventKind.ISSUE_OPENED, EventKind.ISSUE_CONTINUED)),
                                moment(at, Duration.ofHours(1)))
                        .conversation(conversation)
                        .customer(pick(customers))
                        .issue(id())));
        if (chance(0.7)) {
            add(event(EventKind.WORK_ITEM_ASSIGNED, moment(at, Duration.ofHours(1)))
                    .conversation(conversation)
                    .workItem(id())
                    .agent(id()));
        }
        times(
                2,
                () -> add(event(EventKind.MESSAGE_SENT, moment(at, Duration.ofHours(6)))
                        .conversation(conversation)
                        .channel(channel, kind)
                        .message(id())
                        .author(chance(0.7) ? AuthorType.AGENT : AuthorType.BOT)));
        if (chance(0.6)) {
            add(event(EventKind.CONVERSATION_CLOSED, moment(at, Duration.ofHours(8)))
                    .conversation(conversation)
                    .author(chance(0.8) ? AuthorType.AGENT : AuthorType.SYSTEM)
                    .reason(pick(CLOSINGS)));
        }
    }

    private void offer(UUID conversation, Instant at) {
        UUID offer = id();
        UUID workItem = id();
        UUID agent = id();
        add(event(EventKind.OFFER_MADE, at)
                .conversation(conversation)
                .offer(offer)
                .workItem(workItem)
                .agent(agent)
                .queue("support"));
        times(
                2,
                () -> add(event(pick(OUTCOMES), moment(at, Duration.ofMinutes(1)))
                        .conversation(conversation)
                        .offer(offer)
                        .workItem(workItem)
                        .agent(agent)));
    }

    private void issue() {
        UUID issue = id();
        UUID customer = pick(customers);
        Instant at = moment(start, SPAN);
        add(event(EventKind.ISSUE_OPENED, at).customer(customer).issue(issue).conversation(id()));
        times(
                2,
                () -> add(event(EventKind.ISSUE_CONTINUED, moment(at, SPAN))
                        .customer(customer)
                        .issue(issue)
                        .conversation(id())));
        times(
                2,
                () -> add(event(EventKind.ISSUE_RESOLVED, moment(at, SPAN))
                        .customer(customer)
                        .issue(issue)
                        .author(AuthorType.AGENT)
                        .firstContact(chance(0.5))));
        if (chance(0.3)) {
            add(event(EventKind.ISSUE_CHANGED, moment(at, SPAN))
                    .customer(customer)
                    .issue(issue)
                    .reason(pick(List.of("owner", "waiting", "reopened"))));
        }
        if (chance(0.3)) {
            var reason = pick(List.of("counted", "joined", "empty"));
            add(event(EventKind.ISSUE_REARRANGED, moment(at, SPAN))
                    .customer(customer)
                    .issue(issue)
                    .reason(reason)
                    .firstContact(reason.equals("counted") && chance(0.5)));
        }
        if (chance(0.2)) {
            add(event(EventKind.ISSUE_REOPENED, moment(at, SPAN))
                    .customer(customer)
                    .issue(issue));
        }
    }

    private LoggedEvent.Builder event(EventKind kind, Instant at) {
        return LoggedEvent.of(kind, id(), at);
    }

    private void add(LoggedEvent.Builder event) {
        if (!chance(LOST)) {
            events.add(event.build());
        }
    }

    /** Some moment after the given one, now and then a little before it; three in ten on a full minute, so that some coincide. */
    private Instant moment(Instant after, Duration within) {
        Instant exact = after.plus(random.nextLong(-2_000_000, within.toNanos() / 1_000), ChronoUnit.MICROS);
        return chance(0.3) ? exact.truncatedTo(ChronoUnit.MINUTES) : exact;
    }

    private void times(int most, Runnable action) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            action.run();
        }
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }
}
