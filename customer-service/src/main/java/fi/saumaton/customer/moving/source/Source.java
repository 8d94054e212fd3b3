/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import io.smallrye.mutiny.Uni;

/**
 * Another system, read page by page. A page may be asked for again, also by another replica: whatever is needed for that
 * stands in its cursor. Fails with {@link SourceTrouble}.
 */
public interface Source {
    /** As the API names it: {@code zendesk}. */
    String system();

    /** How many there are; null when the system does not say. */
    default Uni<Long> count(Reading reading) {
        return Uni.createFrom().nullItem();
    }

    Uni<SourcePage> page(Reading reading);

    /** Whether it reads a file that was sent here, and no connection. */
    default boolean ofFile() {
        return false;
    }

    /** Whether it can tell what has changed since a time. */
    default boolean tellsChanges() {
        return false;
    }

    /** Fails with a problem when nothing is configured under the name, or the file is not there. */
    Uni<Void> check(Reading reading);
}
