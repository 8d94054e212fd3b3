/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The versions that an {@code If-Match} header accepts. */
public final class IfMatch {
    /** No issue has it. */
    private static final Integer NONE = -1;

    private IfMatch() {}

    /** Empty for any. An unreadable entity tag matches nothing, as RFC 9110 wants it: hence a version that no issue has. */
    public static Set<Integer> versions(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return Set.of();
        }
        return Arrays.stream(ifMatch.split(","))
                .map(tag -> tag.strip().replaceAll("^\"(\\d{1,9})\"$", "$1"))
                .map(tag -> tag.matches("\\d{1,9}") ? Integer.valueOf(tag) : NONE)
                .collect(Collectors.toSet());
    }
}
