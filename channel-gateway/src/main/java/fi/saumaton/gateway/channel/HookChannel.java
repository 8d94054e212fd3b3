/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/**
 * A channel whose provider calls us over HTTP. One door serves them all, {@code /api/v1/hooks/{kind}/{name}} and whatever stands below it, GET and POST: it
 * reads the body, asks {@link #handshake} and {@link #verify}, puts the {@link #slices} into Kafka, and answers. No database is asked.
 */
public interface HookChannel extends Channel {
    /** Bytes. What is larger is answered 413. */
    int largestBody();

    /** The answer to a provider's question whether we are there (a challenge to give back, a token to sign); empty when the request is none. */
    default Optional<HookAnswer> handshake(HookRequest request) {
        return Optional.empty();
    }

    /** Judges the signature: over the raw bytes, in constant time. */
    Verdict verify(HookRequest request);

    /**
     * Cuts a batch into records, each with what its order depends on. Nothing is understood here, only cut. May throw a problem, or
     * {@link UnreadableInboundException} (400) for a body that is no JSON at all.
     */
    default List<Slice> slices(HookRequest request) {
        return List.of(Slice.of("", request));
    }

    /** The answer once Kafka has all of it. */
    default Uni<HookAnswer> accepted(HookRequest request) {
        return Uni.createFrom().item(HookAnswer.accepted());
    }

    /** What is to be said of a signature. */
    enum Verdict {
        RIGHT,
        MISSING,
        WRONG,
        /** Rightly signed, but too long ago. */
        STALE
    }
}
