/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.Locale;

/**
 * What became of a message of ours. Receipts come in any order; a status only ever gives way to one of higher rank, and a failure only to the proof of the
 * opposite.
 */
public enum DeliveryStatus {
    ACCEPTED(0),
    UNCERTAIN(1),
    SENT(2),
    FAILED(3),
    DELIVERED(4),
    READ(5);

    private final int rank;

    DeliveryStatus(int rank) {
        this.rank = rank;
    }

    public static DeliveryStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean givesWayTo(DeliveryStatus other) {
        return other.rank > rank;
    }
}
