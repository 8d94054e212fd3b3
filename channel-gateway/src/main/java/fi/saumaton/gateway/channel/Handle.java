/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.Objects;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An address or id by which somebody is known somewhere, and how sure that is.
 *
 * @param kind {@code email}, {@code phone}, {@code visitor}, {@code shop-customer}, {@code customer-number}, {@code oidc-subject}, {@code webhook-user}
 * @param value normalised: e-mail in lower case, phone as E.164
 * @param proven whether the sender has shown that it is theirs; what was only typed or written in a From: is a claim
 * @param evidence {@code dmarc-pass}, {@code shop-token}, {@code channel}, {@code order}, {@code claim}
 */
@RegisterForReflection
public record Handle(String kind, String value, boolean proven, String evidence) {
    public Handle {
        Objects.requireNonNull(kind, "kind");
        value = Text.key(Objects.requireNonNull(value, "value"));
    }

    public static Handle proven(String kind, String value, String evidence) {
        return new Handle(kind, value, true, evidence);
    }

    public static Handle claimed(String kind, String value) {
        return new Handle(kind, value, false, "claim");
    }

    /** Whether it is the same address, whatever its proof. */
    public boolean sameAs(Handle other) {
        return kind.equals(other.kind) && value.equals(other.value);
    }
}
