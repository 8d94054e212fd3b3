/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.net.URI;

/**
 * A kind of problem; an enum per feature implements it. Its titles stand in {@code contracts/problems.yaml} under the
 * slug.
 */
public interface ProblemType {

    /** The last part of the type, for ever: {@code conversation-closed}. */
    String slug();

    /** The HTTP status it always has. */
    int status();

    /** What clients decide by. */
    default URI uri() {
        return URI.create(ProblemTitles.PREFIX + slug());
    }
}
