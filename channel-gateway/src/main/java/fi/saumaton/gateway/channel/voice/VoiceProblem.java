/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import fi.saumaton.kit.web.ProblemType;

/** What an agent who calls can meet. */
public enum VoiceProblem implements ProblemType {
    /** The agent has set no telephone that could ring. */
    NO_TELEPHONE("no-telephone", 409),
    /** The installation has no telephone number to call from. */
    NO_LINE("no-line", 409);

    private final String slug;
    private final int status;

    VoiceProblem(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }
}
