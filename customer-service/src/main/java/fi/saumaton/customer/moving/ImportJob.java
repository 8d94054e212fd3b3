/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import fi.saumaton.customer.moving.source.Reading;
import fi.saumaton.customer.moving.source.SourcePage;
import fi.saumaton.customer.moving.source.What;

/**
 * An import, as it stands. Whoever has its lease reads its next page; the page's records and the place behind it are
 * written in one transaction, so that it can be gone on with from there by anybody, whatever happened.
 *
 * @param origin what the records' natural keys begin with
 * @param source the name of the connection, or of a file's system
 * @param what in the order in which it is read
 * @param stage which of them is being read
 * @param counted whether the system has been asked how much there is
 * @param total records; null when the system does not say
 * @param progress from 0 to 1; null when nobody knows
 * @param outcomes records by kind and outcome: {@code contact.created}
 * @param follow whether it goes on with what changes
 * @param bothWays whether what ends here ends there as well
 * @param since what has changed since then is being read; null the first time around
 * @param roundAt when this time around began
 * @param attempts in a row without a page
 * @param notBefore until when it waits; null for not at all
 * @param trouble why it waits or failed; null for neither
 */
record ImportJob(
        UUID id,
        String origin,
        String system,
        String source,
        List<What> what,
        UUID fileId,
        Map<String, String> columns,
        boolean dryRun,
        boolean follow,
        boolean bothWays,
        Instant since,
        Instant roundAt,
        State state,
        String requestedBy,
        String requestedByName,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        int stage,
        String cursor,
        boolean counted,
        Long total,
        Double progress,
        long done,
        Duration worked,
        Map<String, Long> outcomes,
        int attempts,
        Instant notBefore,
        String trouble) {
    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean ended() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }
    }

    /** All of this time around is read; what is left is to tell the system what has changed here. */
    boolean telling() {
        return stage == what.size();
    }

    Origin from() {
        return new Origin(origin);
    }

    Reading reading() {
        return reading(what.get(stage));
    }

    Reading reading(What one) {
        return new Reading(source, one, cursor, since, fileId, columns);
    }

    /**
     * Where an import is after a page.
     *
     * @param cursor null at the beginning of a stage
     */
    record Step(int stage, String cursor, boolean last, Double progress, long done, Map<String, Long> outcomes) {}

    Step after(SourcePage page, Map<String, Long> added) {
        boolean stageEnds = page.next() == null;
        boolean last = stageEnds && stage + 1 == what.size() && !bothWays;
        long now = done + page.size();
        Map<String, Long> all = new TreeMap<>(outcomes);
        added.forEach((outcome, count) -> all.merge(outcome, count, Long::sum));
        return new Step(
                stageEnds ? stage + 1 : stage,
                stageEnds ? null : page.next(),
                last,
                last && since == null ? Double.valueOf(1) : progress(page, now),
                now,
                all);
    }

    private Double progress(SourcePage page, long now) {
        if (since != null) {
            return null;
        }
        if (page.progress() != null) {
            return (stage + page.progress()) / what.size();
        }
        return total == null || total == 0 ? null : Double.valueOf(Math.min(0.99, (double) now / total));
    }

    /** Seconds that the rest takes, if it goes on as before; null when nobody knows. */
    Long secondsLeft() {
        if (state.ended() || progress == null || progress <= 0) {
            return null;
        }
        return Math.round(worked.toMillis() * (1 - progress) / progress / 1000);
    }
}
