/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class DomainRepository implements PanacheRepositoryBase<Domain, String> {

    /** Waits for whoever decides at the moment; the lock ends with the transaction, also when this process dies. */
    Uni<Domain> lock() {
        return findById(Domain.MAIN, LockModeType.PESSIMISTIC_WRITE);
    }
}
