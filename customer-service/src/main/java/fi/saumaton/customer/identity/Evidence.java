/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.Arrays;
import java.util.Optional;

/** What proves a handle. Whatever is not listed here proves nothing. */
public enum Evidence {
    /** A token signed by the company's shop with its registered key. */
    SHOP_TOKEN("shop-token", 1.0),
    /** The messaging platform's, or our own chat's, authenticated user. */
    CHANNEL("channel", 1.0),
    /** A login at the company's identity provider. */
    OIDC_LOGIN("oidc-login", 1.0),
    /** A code sent to the handle and given back. */
    ONE_TIME_CODE("one-time-code", 0.99),
    /** Somebody of the company has looked at it and said so. */
    CONFIRMED("confirmed", 0.99),
    /** A mail that passed DMARC, as stamped by the company's own receiving server. */
    DMARC_PASS("dmarc-pass", 0.98),
    /** An order of the company's back office that names the handle; people do mistype at the till. */
    ORDER("order", 0.95),
    /** Another system's record of a person names both; made by many hands over many years. */
    IMPORT("import", 0.9);

    private final String code;
    private final double confidence;

    Evidence(String code, double confidence) {
        this.code = code;
        this.confidence = confidence;
    }

    /** Whether a channel may have seen it; what people confirm and what moves in comes by ways of its own. */
    boolean seenInChannels() {
        return this != CONFIRMED && this != IMPORT;
    }

    /** The name on the wire and in the database. */
    public String code() {
        return code;
    }

    /** From 0 to 1: how sure a link on this evidence is. */
    public double confidence() {
        return confidence;
    }

    public static Optional<Evidence> of(String code) {
        return Arrays.stream(values())
                .filter(evidence -> evidence.code.equals(code))
                .findFirst();
    }
}
