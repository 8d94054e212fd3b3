/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.IOException;
import java.util.Map;

/** One program of the stack, described: what it needs, how it starts, when it is ready. {@link PartProcess} runs it. */
public interface Part {
    /** Short and fit for a file name: its log is {@code <name>.log}. */
    String name();

    /** The ports it listens on, each with its use, for the message about a collision. */
    Map<String, Integer> ports();

    /** What has to stand before it starts; called before every start, so it does only what is missing. */
    void prepare() throws IOException;

    Launch launch();

    /** Whether it serves. Asked several times a second. */
    boolean ready();
}
