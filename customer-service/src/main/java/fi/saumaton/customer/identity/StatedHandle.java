/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

/**
 * A handle as events carry it.
 *
 * @param evidence a code of {@link Evidence}, or {@code claim}
 */
public record StatedHandle(String kind, String value, boolean proven, String evidence) {
    public static final String CLAIM = "claim";

    public static StatedHandle of(ProvenHandle proven) {
        return new StatedHandle(
                proven.handle().kind(),
                proven.handle().value(),
                true,
                proven.evidence().code());
    }

    public static StatedHandle claim(Handle handle) {
        return new StatedHandle(handle.kind(), handle.value(), false, CLAIM);
    }
}
