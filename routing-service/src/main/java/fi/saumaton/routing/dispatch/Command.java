/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** An input whose sender waits for the verdict, on the context on which they wait. */
record Command(Entry entry, UniEmitter<? super Verdict> sender, Context context) {

    static Command of(Entry entry, UniEmitter<? super Verdict> sender) {
        return new Command(entry, sender, Vertx.currentContext());
    }

    void answer(Verdict verdict) {
        onContext(() -> sender.complete(verdict));
    }

    void fail(Throwable failure) {
        onContext(() -> sender.fail(failure));
    }

    private void onContext(Runnable action) {
        if (context == null) {
            action.run();
        } else {
            context.runOnContext(nothing -> action.run());
        }
    }
}
