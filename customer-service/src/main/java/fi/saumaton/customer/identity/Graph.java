/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Atoms and what speaks for and against their being one person: everything that can have an influence on each other.
 *
 * @param links that are not revoked
 * @param differences that are not revoked
 */
record Graph(Collection<Atom> atoms, Collection<Link> links, Collection<Difference> differences) {

    /**
     * A customer row: the smallest thing that is ever joined or parted.
     *
     * @param handles one; none for somebody who has proven nothing
     * @param survivorId whom it redirects to at present
     */
    record Atom(UUID id, Instant createdAt, Set<Handle> handles, UUID survivorId) {
        boolean personal() {
            return handles.stream().anyMatch(Handle::personal);
        }

        boolean visitor() {
            return !handles.isEmpty() && !personal();
        }
    }

    /**
     * Evidence that two atoms are of one person.
     *
     * @param confidence from 0 to 1
     * @param forced made by a person in spite of what speaks against it
     * @param refused as it stands in the database
     */
    record Link(UUID id, UUID a, UUID b, double confidence, boolean forced, Instant occurredAt, Refusal refused) {
        UUID other(UUID end) {
            return a.equals(end) ? b : a;
        }
    }

    /** Somebody has said that two atoms are different people. */
    record Difference(UUID a, UUID b) {}
}
