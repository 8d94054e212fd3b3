/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.routing.engine.State;

/**
 * The state that the last turn of this replica left, valid up to its version. A turn takes it out and gives it back only
 * once it is committed: what a failed turn has changed is thrown away with it.
 */
@ApplicationScoped
class StateCache {

    private final StateStore store;
    private final AtomicReference<Kept> kept = new AtomicReference<>();

    private record Kept(State state, long version) {}

    StateCache(StateStore store) {
        this.store = store;
    }

    /** The state as of the version, which is the domain's while its lock is held. */
    Uni<State> take(long version) {
        Kept last = kept.getAndSet(null);
        if (last == null || last.version > version) {
            return store.load();
        }
        return last.version == version ? Uni.createFrom().item(last.state) : store.catchUp(last.state, last.version);
    }

    void keep(State state, long version) {
        state.forgetIdle();
        kept.set(new Kept(state, version));
    }
}
