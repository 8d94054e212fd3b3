/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.failure;

import java.util.Arrays;

/** Names a failure for the log without its message, which may quote data. */
public final class Blame {

    private static final String OURS = "fi.saumaton.";
    private static final int DEPTH = 20;

    private Blame() {}

    /** The classes of the chain of causes, and the first line of our own code in it. */
    public static String of(Throwable failure) {
        StringBuilder blame = new StringBuilder();
        Throwable current = failure;
        String place = null;
        for (int depth = 0; current != null && depth < DEPTH; depth++) {
            blame.append(depth == 0 ? "" : " < ").append(current.getClass().getSimpleName());
            place = place == null ? place(current) : place;
            current = current.getCause();
        }
        return place == null ? blame.toString() : blame + " at " + place;
    }

    private static String place(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .findFirst()
                .orElse(null);
    }
}
