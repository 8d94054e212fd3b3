/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.util.List;
import java.util.stream.Stream;

/** Command lines are lists put together from lists. */
public final class Lists {
    private Lists() {}

    public static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
