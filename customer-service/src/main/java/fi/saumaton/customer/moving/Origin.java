/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import fi.saumaton.customer.identity.Handle;

/**
 * Where records come from.
 *
 * @param key what their natural keys begin with: {@code zendesk-main}; of a file, the name that was given to its system
 */
record Origin(String key) {
    /** Of the records' ids as handles. */
    String handleKind() {
        return Handle.EXTERNAL + key;
    }

    /** The same record has the same id, whenever it comes. */
    UUID id(String kind, String externalId) {
        return UUID.nameUUIDFromBytes((key + '\n' + kind + '\n' + externalId).getBytes(StandardCharsets.UTF_8));
    }
}
