/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** Whoever keeps something that depends on which handles are one person. */
public interface Regrouping {
    /**
     * People were parted or joined; told inside the transaction that does it, which holds them locked.
     *
     * @param survivors all customers that are other people's handles now than before
     */
    Uni<Void> regrouped(Set<UUID> survivors);
}
