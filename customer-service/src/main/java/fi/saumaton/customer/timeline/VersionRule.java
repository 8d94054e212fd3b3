/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.util.UUID;

/**
 * Which of two versions of an entry counts: the newest one, whatever the order in which they come. Only the caller who
 * recorded an entry changes it.
 */
final class VersionRule {
    private VersionRule() {}

    /** What became of an entry that was sent. */
    enum Outcome {
        /** It is new, or comes back after having been taken away. */
        RECORDED("recorded"),
        /** It replaced an older version. */
        CHANGED("changed"),
        /** It was there, with the same content. */
        UNCHANGED("unchanged"),
        /** A newer version was there, or the entry has been taken away since; nothing was changed. */
        OUTDATED("outdated"),
        /** The same version was there with other content. */
        CONFLICTING("conflicting"),
        /** Another caller recorded it. */
        FOREIGN("foreign"),
        /** It happened before its customer was erased. */
        ERASED("erased");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        /** The name on the wire. */
        String code() {
            return code;
        }

        /** Whether the timeline has to be written. */
        boolean writes() {
            return this == RECORDED || this == CHANGED;
        }

        boolean refuses() {
            return this == CONFLICTING || this == FOREIGN || this == ERASED;
        }
    }

    /**
     * What is there under the same system and external id.
     *
     * @param customerId the surviving customer; null when the entry was taken away before it came
     */
    record Stored(UUID touchpointId, UUID customerId, String hash, long version, boolean removed, String recordedBy) {
        /** An entry that was taken away before it came is still whoever's it is who brings it. */
        boolean isOf(String caller) {
            return customerId == null || caller.equals(recordedBy);
        }
    }

    static Outcome decide(Stored stored, long version, String hash, String caller) {
        boolean same = version == stored.version() && !stored.removed();
        if (same && hash.equals(stored.hash())) {
            return Outcome.UNCHANGED;
        }
        if (!stored.isOf(caller)) {
            return Outcome.FOREIGN;
        }
        if (version > stored.version()) {
            return stored.removed() ? Outcome.RECORDED : Outcome.CHANGED;
        }
        return same ? Outcome.CONFLICTING : Outcome.OUTDATED;
    }
}
