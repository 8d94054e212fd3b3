/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Reads the raw bytes of a request, and no more of them than a door allows. */
public final class Body {
    private Body() {}

    /** Fails with a problem (413) as soon as it is known to be larger than {@code limit} bytes. */
    public static Uni<byte[]> read(HttpServerRequest request, int limit) {
        if (announced(request) > limit) {
            request.resume();
            return Uni.createFrom().failure(tooLarge(limit));
        }
        return Uni.createFrom().emitter(emitter -> {
            var body = Buffer.buffer();
            request.handler(chunk -> {
                if (body.length() + chunk.length() <= limit) {
                    body.appendBuffer(chunk);
                } else {
                    emitter.fail(tooLarge(limit)); // the rest is read and dropped
                }
            });
            request.exceptionHandler(emitter::fail);
            request.endHandler(nothing -> emitter.complete(body.getBytes()));
            request.resume();
        });
    }

    private static long announced(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Problem tooLarge(int limit) {
        return new Problem(CommonProblem.TOO_LARGE, "The body is too large").with("maxBytes", limit);
    }
}
