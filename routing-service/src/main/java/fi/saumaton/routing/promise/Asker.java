/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import fi.saumaton.kit.security.Caller;

/**
 * Who asks: one of the company's own people, or a partner's system, which knows of its own promises only.
 *
 * @param organisation own, or the partner's client
 */
record Asker(Party party, String organisation) {
    static final String OWN = "own";

    static Asker of(Caller caller) {
        boolean person = caller.is("agent") || caller.is("supervisor") || caller.is("manager") || caller.is("admin");
        return person
                ? new Asker(new Party(Party.AGENT, caller.id(), caller.name()), OWN)
                : new Asker(new Party(Party.PARTNER, caller.id(), caller.name()), caller.id());
    }

    boolean maySee(Promise promise) {
        return organisation.equals(OWN)
                || organisation.equals(promise.commitment().organisation());
    }
}
