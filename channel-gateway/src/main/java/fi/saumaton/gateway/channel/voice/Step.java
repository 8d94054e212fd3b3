/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.util.Locale;

/**
 * Where in a call Twilio asks or tells something: the last part of the address it calls, {@code /api/v1/hooks/voice/<name>/<step>/<call>}. The first one
 * comes to the channel's own address.
 */
enum Step {
    /** Somebody calls. */
    ARRIVED,
    /** The caller has said by a key whether the call may be recorded, or has said nothing. */
    CONSENT,
    /** What is heard in the queue, again and again. */
    WAIT,
    /** A key was pressed in the queue. */
    CHOICE,
    /** The caller has left the queue. */
    LEFT,
    /** The called party's telephone: it rings, is answered, is hung up. */
    LEG,
    /** The connection with the called party is over, or never came about. */
    DIALLED,
    /** News of the call as a whole. */
    STATUS,
    /** A recording is ready. */
    RECORDING;

    /**
     * @param step null when the address is none of ours
     * @param call our id of the call; null where the form names it
     */
    record Place(Step step, String call) {}

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param rest what follows the channel's own address */
    static Place at(String rest) {
        var parts = rest.split("/", 2);
        if (parts[0].isEmpty()) {
            return new Place(ARRIVED, null);
        }
        for (var step : values()) {
            if (step != ARRIVED && step.path().equals(parts[0])) {
                return new Place(step, parts.length < 2 || parts[1].isBlank() ? null : parts[1]);
            }
        }
        return new Place(null, null);
    }
}
