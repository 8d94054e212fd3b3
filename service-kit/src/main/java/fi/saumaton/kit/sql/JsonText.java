/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sql;

/** What PostgreSQL's text can't hold, taken out of JSON text. */
final class JsonText {

    private static final String NUL = "\\u0000";

    private JsonText() {}

    /** The same JSON with every escaped U+0000 left out; an escaped backslash before {@code u0000} is no such escape. */
    static String withoutNul(String json) {
        if (!json.contains(NUL)) {
            return json;
        }
        StringBuilder kept = new StringBuilder(json.length());
        int i = 0;
        while (i < json.length()) {
            if (json.startsWith(NUL, i)) {
                i += NUL.length();
                continue;
            }
            char c = json.charAt(i++);
            kept.append(c);
            if (c == '\\' && i < json.length()) {
                kept.append(json.charAt(i++));
            }
        }
        return kept.toString();
    }
}
