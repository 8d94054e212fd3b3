/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row that serialises all decisions: who holds its lock decides. Its version counts the turns that did. */
@Entity
@Table(name = "domain")
class Domain {

    /** All work is one domain so far; a second one would be a second row. */
    static final String MAIN = "main";

    @Id
    private String name;

    private long version;

    protected Domain() {}

    long version() {
        return version;
    }

    /** One more turn; its rows carry the new version. */
    long advance() {
        version++;
        return version;
    }
}
