/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.PrintStream;
import java.time.Duration;

/** Told how a platform comes up. Called from several threads. */
public interface Progress {
    /** Nobody looks. */
    Progress SILENT = new Progress() {};

    /** A line for each step. */
    static Progress lines(PrintStream out) {
        return new ProgressLines(out);
    }

    default void starting(String part) {}

    /** What it does now that takes long. */
    default void note(String part, String text) {}

    default void ready(String part, Duration took) {}

    /**
     * A part is asked to end.
     *
     * @param slow it writes a start-up cache for the next time, which takes some seconds
     */
    default void stopping(String part, boolean slow) {}
}
