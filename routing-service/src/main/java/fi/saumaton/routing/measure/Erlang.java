/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.measure;

/**
 * What queueing theory says of equal agents: what simulated days are held against. Loads are in erlangs (contacts that
 * would be served at a time if nobody waited), times in seconds.
 *
 * <p>Erlang C: customers wait for ever. Erlang A: they leave after an exponential patience (Palm's M/M/n+M, summed over the
 * birth-death chain).
 */
final class Erlang {
    private static final double NEGLIGIBLE = 1e-15;

    private Erlang() {}

    /** Erlang B, the share that finds all agents busy where nobody may wait. */
    private static double blocked(double load, int agents) {
        double blocked = 1;
        for (int n = 1; n <= agents; n++) {
            blocked = load * blocked / (n + load * blocked);
        }
        return blocked;
    }

    /** The share of customers who wait at all; the load must be less than the agents. */
    static double waits(double load, int agents) {
        double blocked = blocked(load, agents);
        return blocked / (1 - load / agents * (1 - blocked));
    }

    /** The share of customers who wait no longer than a time. */
    static double within(double load, int agents, double handling, double seconds) {
        return 1 - waits(load, agents) * Math.exp(-(agents - load) * seconds / handling);
    }

    static double meanWait(double load, int agents, double handling) {
        return waits(load, agents) * handling / (agents - load);
    }

    /**
     * @param waits the share of customers who wait at all
     * @param abandons the share that leaves
     * @param meanWait over all, served or not
     * @param occupancy the share of their time that agents serve
     */
    record Impatient(double waits, double abandons, double meanWait, double occupancy) {}

    static Impatient impatient(double load, int agents, double handling, double patience) {
        double arrivals = load / handling;
        double probability = 1;
        double sum = 1;
        double waiting = 0;
        double busy = 0;
        double waits = agents == 0 ? 1 : 0;
        for (int n = 1; n <= agents || probability > NEGLIGIBLE * sum; n++) {
            int queue = Math.max(0, n - agents);
            probability *= arrivals / (Math.min(n, agents) / handling + queue / patience);
            sum += probability;
            waiting += queue * probability;
            busy += Math.min(n, agents) * probability;
            waits += n >= agents ? probability : 0;
        }
        double queued = waiting / sum;
        return new Impatient(waits / sum, queued / patience / arrivals, queued / arrivals, busy / sum / agents);
    }
}
