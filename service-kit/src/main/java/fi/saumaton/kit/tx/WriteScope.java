/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.tx;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jboss.logging.Logger;

import io.smallrye.common.vertx.ContextLocals;

/** What belongs to the write transaction that is open on this Vert.x context: the actions that wait for its commit. */
final class WriteScope {

    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final String KEY = WriteScope.class.getName();

    private final Set<Runnable> afterCommit = new LinkedHashSet<>();

    static WriteScope current() {
        return ContextLocals.<WriteScope>get(KEY, null);
    }

    static WriteScope open() {
        WriteScope scope = new WriteScope();
        ContextLocals.put(KEY, scope);
        return scope;
    }

    /** No longer reachable from the context; what it holds stays. */
    void close() {
        if (current() == this) {
            ContextLocals.remove(KEY);
        }
    }

    void add(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        close();
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("An action after the commit failed; the commit stands", e);
            }
        }
    }
}
