/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import fi.saumaton.system.story.Desks;
import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.Visitor;

/** The figures, measured one after another on one platform, so that each stands beside its reference. */
public final class Measurements {

    private static final int CONNECTIONS = 16;
    private static final int FLOOD_SECONDS = 10;
    private static final int MIXED_SECONDS = 30;
    private static final int PACED_SECONDS = 20;
    /** Messages a second. */
    private static final int PACED_RATE = 100;

    private static final int WARM_UP_SECONDS = 10;
    /** About as long as it takes until the compilers are done with what is hot, on two cores. */
    private static final int WARM_UP_ROUNDS = 6;
    /** Eight senders for each of the twelve partitions. */
    private static final int ONGOING = 96;

    private static final double ACCEPTED_SHARE = 0.70;
    private static final double STORED_SHARE = 0.40;

    private final BenchPlatform platform;
    private final Doors doors;
    private final List<Figure> figures = new ArrayList<>();

    private Measurements(BenchPlatform platform) {
        this.platform = platform;
        this.doors = platform.doors();
    }

    /** Starts the platform, takes all the figures, prints them. */
    public static void take(Path root) throws Exception {
        try (var platform = BenchPlatform.start(root)) {
            var measurements = new Measurements(platform);
            Desks.giveRoomFor(measurements.doors, 1_000_000, Deskwork.AGENTS);
            var visitors = measurements.visitors();
            var desks = LoadProcess.start(measurements.spec(LoadSpec.Kind.DESKS, List.of(), 0, 0));
            try {
                measurements.warmUp(visitors);
                measurements.seen(visitors);
                measurements.stored(visitors);
                measurements.accepted(visitors);
            } finally {
                desks.end();
            }
            measurements.figures.forEach(figure -> System.out.println(figure.json()));
            System.out.println(Figure.table(measurements.figures));
        }
    }

    private List<String> visitors() {
        say("opening " + ONGOING + " conversations");
        return IntStream.range(0, ONGOING)
                .mapToObj(number -> Visitor.tokenOfNewVisitor(doors))
                .toList();
    }

    /** Every conversation is opened, routed and assigned here, and the compilers get done with what is hot. */
    private void warmUp(List<String> visitors) throws Exception {
        say("warming up");
        LoadProcess.run(spec(LoadSpec.Kind.BARE, visitors, WARM_UP_SECONDS / 2, 0));
        LoadProcess.run(spec(LoadSpec.Kind.WEBHOOK, visitors, WARM_UP_SECONDS / 2, 0));
        drain();
        for (var round = 0; round < WARM_UP_ROUNDS; round++) {
            mixed(visitors, WARM_UP_SECONDS);
        }
        awaitAssigned();
        LoadProcess.run(spec(LoadSpec.Kind.PACED, visitors, WARM_UP_SECONDS, PACED_RATE));
        drain();
    }

    private void seen(List<String> visitors) throws Exception {
        say("seen: 100 messages/s to the agents' sockets");
        var result = LoadProcess.run(spec(LoadSpec.Kind.PACED, visitors, PACED_SECONDS, PACED_RATE));
        var quantiles = result.quantilesMillis();
        figures.add(Figure.atMost("seen.p50", quantiles.get("p50"), "ms", 25));
        figures.add(Figure.atMost("seen.p99", quantiles.get("p99"), "ms", 100));
        figures.add(Figure.plain("seen.max", quantiles.get("max"), "ms"));
        figures.add(Figure.atLeast("seen.complete", quantiles.get("count"), "messages", result.accepted(), 1));
        drain();
    }

    private void stored(List<String> visitors) throws Exception {
        say("stored: reference inserts");
        var reference = new InsertReference(platform.jdbcUrl("gateway"), "postgres", "postgres").run(FLOOD_SECONDS);
        say("stored: nine of ten messages in ongoing conversations, one opens a new one");
        var window = mixed(visitors, MIXED_SECONDS);
        figures.add(Figure.atLeast("stored", window.perSecond(), "messages/s", reference, STORED_SHARE));
        figures.add(Figure.atMost("cost.services", window.servicesCpuMillis(), "CPU ms", 1));
        figures.add(Figure.plain("cost.postgresql", window.databaseCpuMillis(), "CPU ms"));
        figures.add(Figure.plain("cost.kafka", window.kafkaCpuMillis(), "CPU ms"));
        drain();
    }

    private void accepted(List<String> visitors) throws Exception {
        say("accepted: the reference endpoint, then the gateway's doors");
        var bareBefore = LoadProcess.run(spec(LoadSpec.Kind.BARE, visitors, FLOOD_SECONDS, 0));
        var stored = platform.storedMessages();
        var chat = LoadProcess.run(spec(LoadSpec.Kind.CHAT, visitors, FLOOD_SECONDS, 0));
        var webhook = LoadProcess.run(spec(LoadSpec.Kind.WEBHOOK, visitors, FLOOD_SECONDS, 0));
        var backlog = stored + chat.accepted() + webhook.accepted() - platform.storedMessages();
        var drainBegun = System.nanoTime();
        drain();
        var drainSeconds = (System.nanoTime() - drainBegun) / 1e9;
        var lost = stored + chat.accepted() + webhook.accepted() - platform.storedMessages();
        var bareAfter = LoadProcess.run(spec(LoadSpec.Kind.BARE, visitors, FLOOD_SECONDS, 0));
        var reference = (bareBefore.perSecond() + bareAfter.perSecond()) / 2;
        figures.add(Figure.atLeast("accepted.chat", chat.perSecond(), "requests/s", reference, ACCEPTED_SHARE));
        figures.add(Figure.atLeast("accepted.webhook", webhook.perSecond(), "requests/s", reference, ACCEPTED_SHARE));
        figures.add(Figure.plain("accepted.refused", refused(chat) + refused(webhook), "requests"));
        figures.add(Figure.plain("accepted.backlog", backlog, "messages"));
        figures.add(Figure.plain("accepted.drained", backlog / drainSeconds, "messages/s"));
        figures.add(Figure.plain("accepted.lost", lost, "messages"));
    }

    private static double refused(LoadResult result) {
        return result.refused().values().stream().mapToLong(count -> count).sum();
    }

    private Window mixed(List<String> visitors, int seconds) throws IOException, InterruptedException, SQLException {
        var start = platform.sample();
        var window = new Window();
        var load = LoadProcess.start(spec(LoadSpec.Kind.MIXED, visitors, seconds, 0));
        while (load.running()) {
            var now = platform.sample();
            load.stored(now.timelineMessages() - start.timelineMessages());
            window.add(now);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        say("  " + load.result() + ", " + window);
        return window;
    }

    /** Until every open conversation is on somebody's desk. */
    private void awaitAssigned() throws SQLException {
        drain();
        var giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (platform.unassignedConversations() > 0) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(platform.unassignedConversations() + " conversations got no desk");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** Waits until nothing has been added to the conversations and the timelines for two seconds. */
    private void drain() throws SQLException {
        var quietSince = System.nanoTime();
        for (var last = -1L; System.nanoTime() - quietSince < TimeUnit.SECONDS.toNanos(2); ) {
            var now = platform.storedMessages() + platform.timelineMessages();
            if (now != last) {
                last = now;
                quietSince = System.nanoTime();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private LoadSpec spec(LoadSpec.Kind kind, List<String> visitors, int seconds, int rate)
            throws IOException, InterruptedException {
        var target = kind == LoadSpec.Kind.BARE ? platform.bareEndpoint() : doors.gateway();
        return new LoadSpec(kind, target, doors, visitors, BenchPlatform.WEBHOOK_SECRET, CONNECTIONS, seconds, rate);
    }

    private static void say(String line) {
        System.err.println("bench: " + line);
    }
}
