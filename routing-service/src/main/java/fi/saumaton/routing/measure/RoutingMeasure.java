/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.measure;

/** {@code ./dev measure routing}: a JSON line for each figure, what is behind them in docs/routing.md. */
public final class RoutingMeasure {
    private static final int WAITING = 100_000;
    private static final int AGENTS = 10_000;
    private static final int DECISIONS = 50_000;
    private static final int WARM_UPS = 4;

    private RoutingMeasure() {}

    public static void main(String[] args) {
        erlang();
        double tenth = engine(WAITING / 10, AGENTS / 10, "AtATenth");
        double whole = engine(WAITING, AGENTS, "");
        Figures.say("costOfADecisionAgainstATenth", tenth / whole, "allowed", allowed());
    }

    /** What n·log n allows: the logarithm is what one decision may grow by. */
    private static double allowed() {
        return Math.log(WAITING) / Math.log(WAITING / 10.0);
    }

    private static double engine(int waiting, int agents, String suffix) {
        EngineLoad load = new EngineLoad(waiting, agents, DECISIONS);
        load.prepare();
        for (int round = 0; round < WARM_UPS; round++) {
            load.run();
        }
        double perSecond = load.decisionsPerSecond();
        Figures.say(
                "decisionsPerSecond" + suffix,
                perSecond,
                "waiting",
                load.state().waiting(),
                "agents",
                agents);
        Figures.say("decisionMicrosP50" + suffix, load.percentileMicros(0.5));
        Figures.say("decisionMicrosP99" + suffix, load.percentileMicros(0.99));
        Figures.say("stateMegabytes" + suffix, megabytes());
        return perSecond;
    }

    private static double megabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private static void erlang() {
        Figures.say("erlangCWaits", Erlang.waits(10, 14), "load", 10, "agents", 14);
        Figures.say("erlangCWithin20s", Erlang.within(10, 14, 180, 20), "load", 10, "agents", 14);
        Erlang.Impatient impatient = Erlang.impatient(10, 14, 180, 300);
        Figures.say("erlangAWaits", impatient.waits(), "patienceSeconds", 300);
        Figures.say("erlangAAbandons", impatient.abandons(), "patienceSeconds", 300);
        Figures.say("erlangAMeanWaitSeconds", impatient.meanWait(), "patienceSeconds", 300);
    }
}
