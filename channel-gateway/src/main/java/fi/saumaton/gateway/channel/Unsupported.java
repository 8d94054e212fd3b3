/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

/**
 * A record, or a part of one, that is right but of a kind nobody here knows, and that names no sender to whose conversation it would belong. It is kept as it
 * came, and counted.
 *
 * @param channel the channel's name
 * @param kind what the provider calls it; a short name, no content
 * @param raw as it came
 */
public record Unsupported(String channel, String kind, String raw) {
    private static final int LONGEST_KIND = 60;

    public Unsupported {
        kind = Text.clean(kind.length() > LONGEST_KIND ? kind.substring(0, LONGEST_KIND) : kind);
        raw = Text.clean(raw);
    }
}
