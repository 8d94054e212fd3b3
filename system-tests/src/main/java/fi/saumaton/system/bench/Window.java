/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.time.Duration;

/**
 * The time in which a load really ran, from the first sample that showed its messages to the last: the start of its
 * process and its agents' sign-in do not count.
 */
final class Window {

    private Sample idle;
    private Sample first;
    private Sample last;

    /**
     * The state at one moment, all of it since the start of the processes.
     *
     * @param nanos of {@link System#nanoTime()}
     * @param timelineMessages in the customers' timelines
     * @param services CPU of the four services
     */
    record Sample(long nanos, long timelineMessages, Duration services, Duration database, Duration kafka) {}

    void add(Sample sample) {
        if (idle == null) {
            idle = sample;
        }
        if (first == null && sample.timelineMessages() > idle.timelineMessages()) {
            first = sample;
        }
        last = sample;
    }

    double perSecond() {
        return messages() * 1e9 / (last.nanos() - first.nanos());
    }

    double servicesCpuMillis() {
        return perMessage(first.services(), last.services());
    }

    double databaseCpuMillis() {
        return perMessage(first.database(), last.database());
    }

    double kafkaCpuMillis() {
        return perMessage(first.kafka(), last.kafka());
    }

    private long messages() {
        if (first == null || last.nanos() == first.nanos()) {
            throw new IllegalStateException("Nothing reached the timeline");
        }
        return last.timelineMessages() - first.timelineMessages();
    }

    private double perMessage(Duration before, Duration after) {
        return after.minus(before).toMillis() / (double) messages();
    }

    @Override
    public String toString() {
        return "%.0f/s, CPU ms a message: services %.2f, PostgreSQL %.2f, Kafka %.2f"
                .formatted(perSecond(), servicesCpuMillis(), databaseCpuMillis(), kafkaCpuMillis());
    }
}
