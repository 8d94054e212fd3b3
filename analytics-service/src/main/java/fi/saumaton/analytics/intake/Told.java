/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.util.Locale;
import java.util.regex.Pattern;

import io.quarkus.runtime.annotations.RegisterForReflection;

import fi.saumaton.analytics.metric.AuthorType;
import fi.saumaton.kit.event.MalformedEventException;

/** Parts that events of several topics have in common, with only the properties that may be kept. */
final class Told {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private Told() {}

    /** Who said or did something; the name is not read. */
    @RegisterForReflection
    record Author(String type, String id) {

        static AuthorType typeOf(Author author) {
            if (author == null || author.type() == null) {
                return null;
            }
            try {
                return AuthorType.valueOf(author.type().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new MalformedEventException("No such type of author", e);
            }
        }
    }

    /** What the event must tell. */
    static <T> T required(T value, String property) {
        if (value == null) {
            throw new MalformedEventException("Nothing in " + property);
        }
        return value;
    }

    /** A code as it is; anything that may be free text only as "other", since people write names in it. */
    static String code(String value) {
        return value == null || CODE.matcher(value).matches() ? value : "other";
    }
}
