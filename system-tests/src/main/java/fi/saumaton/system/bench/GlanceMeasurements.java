/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;

import fi.saumaton.system.story.SignIn;

/**
 * How long it takes to open a profile at a glance, and to find whose a handle is, through the gateway's door: with ten
 * thousand customers, and with as many as wanted.
 */
public final class GlanceMeasurements {

    private static final int FEW = 10_000;
    /** Requests per second. */
    private static final int RATE = 50;

    private static final int WARM_UP_SECONDS = 40;
    private static final int SECONDS = 40;
    private static final int ASKED_FOR = 2_000;
    private static final double GROWTH = 1.5;

    private final CustomerBase base;
    private final SteadyReads reads;
    private final Random random = new Random(1);
    private final List<Figure> figures = new ArrayList<>();

    /** @param pages looked at per request, in all the database */
    private record Glances(Histogram latencies, double pages) {
        double millis(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e3;
        }
    }

    private GlanceMeasurements(CustomerBase base, SteadyReads reads) {
        this.base = base;
        this.reads = reads;
    }

    /** @param customers how many in the end; ten times as many entries */
    public static void take(Path root, int customers) throws Exception {
        try (var platform = BenchPlatform.start(root)) {
            var doors = platform.doors();
            var door = doors.gateway();
            var measurements = new GlanceMeasurements(
                    new CustomerBase(platform.jdbcUrl("customer")),
                    new SteadyReads(door, new SignIn(doors.issuer()).person("jenni")));
            measurements.compare(customers);
            measurements.figures.forEach(figure -> System.out.println(figure.json()));
            System.out.println(Figure.table(measurements.figures));
        }
    }

    private void compare(int customers) throws SQLException {
        say("filling in " + FEW + " customers");
        base.growTo(FEW);
        say("warming up");
        reads.warmUp(path(customers(FEW)), RATE, WARM_UP_SECONDS);
        var few = glances();
        say("filling in " + customers + " customers");
        base.growTo(customers);
        say(base.entries() + " entries; warming up");
        reads.warmUp(path(customers(customers)), RATE, WARM_UP_SECONDS / 2);
        var many = glances();
        var handles = reads.run(
                number -> "/api/v1/customers?handle="
                        + CustomerBase.phone(random.nextInt(base.size())).replace("+", "%2B"),
                RATE,
                SECONDS / 2);
        figures.add(Figure.plain("glance.customers", base.size(), "customers"));
        figures.add(Figure.plain("glance.entries", base.entries(), "entries"));
        figures.add(Figure.atMost("glance.p99", many.millis(99), "ms", 20));
        figures.add(Figure.atMost("glance.p50", many.millis(50), "ms", GROWTH * few.millis(50)));
        figures.add(Figure.atMost("glance.pages", many.pages(), "8 kB", GROWTH * few.pages()));
        figures.add(Figure.plain("glance.few.p50", few.millis(50), "ms"));
        figures.add(Figure.plain("glance.few.pages", few.pages(), "8 kB"));
        figures.add(Figure.atMost("handle.p99", handles.getValueAtPercentile(99) / 1e3, "ms", 10));
    }

    private Glances glances() throws SQLException {
        say("opening profiles");
        var path = path(customers(base.size()));
        var before = base.pagesRead();
        var latencies = reads.run(path, RATE, SECONDS);
        return new Glances(latencies, (double) (base.pagesRead() - before) / latencies.getTotalCount());
    }

    /** Anybody, and one of a hundred times somebody with a long history. */
    private List<UUID> customers(int among) {
        return IntStream.range(0, ASKED_FOR)
                .map(any -> any % 100 == 0 ? random.nextInt(among / 1000) * 1000 : random.nextInt(among))
                .mapToObj(CustomerBase::id)
                .toList();
    }

    private static IntFunction<String> path(List<UUID> customers) {
        return number -> "/api/v1/customers/" + customers.get(number % customers.size());
    }

    private static void say(String line) {
        System.err.println("glance: " + line);
    }
}
