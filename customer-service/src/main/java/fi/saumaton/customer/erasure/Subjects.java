/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.util.List;
import java.util.UUID;

/** All ids of a person. */
record Subjects(List<UUID> customers, List<UUID> handles, List<UUID> issues, List<UUID> conversations) {
    private static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    UUID[] customerArray() {
        return array(customers);
    }

    UUID[] handleArray() {
        return array(handles);
    }

    UUID[] issueArray() {
        return array(issues);
    }

    UUID[] conversationArray() {
        return array(conversations);
    }
}
