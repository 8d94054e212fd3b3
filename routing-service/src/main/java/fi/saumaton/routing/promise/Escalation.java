/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

/** Which named person hears of a promise before it is due. */
final class Escalation {
    private Escalation() {}

    /** The queue whose plan names the supervisor. */
    static String queue(Promise promise) {
        return queue(promise.owner(), promise.commitment().queue());
    }

    static String queue(Party owner, String queue) {
        if (queue != null) {
            return queue;
        }
        return Party.QUEUE.equals(owner.type()) ? owner.id() : Plan.DEFAULT;
    }

    /** The supervisor; without one its owner, or whoever made it, if that is a person. Null: nobody. */
    static Party to(Promise promise, Party supervisor) {
        return to(supervisor, promise.owner(), promise.commitment().madeBy());
    }

    static Party to(Party supervisor, Party owner, Party madeBy) {
        if (supervisor != null) {
            return supervisor;
        }
        if (owner.isAgent()) {
            return owner;
        }
        return madeBy.isAgent() ? madeBy : null;
    }
}
