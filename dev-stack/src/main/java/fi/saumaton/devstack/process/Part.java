/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** One program of the stack, described: what it needs, how it starts, when it is ready. {@link PartProcess} runs it. */
public interface Part {
    /** Short and fit for a file name: its log is {@code <name>.log}. */
    String name();

    /** The ports it listens on, each with its use, for the message about a collision. */
    Map<String, Integer> ports();

    /**
     * What has to stand before it starts; called before every start, so it does only what is missing.
     *
     * @param progress told, in a few words, what takes long
     */
    void prepare(Consumer<String> progress) throws IOException;

    Launch launch();

    /** Whether it serves. */
    boolean ready();

    /** How often {@link #ready()} is asked while it starts. */
    default Duration pause() {
        return Duration.ofMillis(250);
    }

    /** What makes it end in good order. */
    default StopSignal stopSignal() {
        return StopSignal.TERM;
    }

    /** It has become ready. */
    default void started() throws IOException {}

    /** Whether its end takes long this time. */
    default boolean slowToEnd() {
        return false;
    }

    /** It has ended in good order. */
    default void ended() throws IOException {}
}
