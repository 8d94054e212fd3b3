/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One source's word for a fact.
 *
 * @param sourceId a message's id, a touchpoint's, or that of an agent's entry
 * @param customerId the customer through whom it came, who may redirect to another one
 * @param source {@code message}, {@code touchpoint} or {@code agent}
 * @param conversationId null when it came otherwise
 * @param madeBy the agent or the system; null for the customer
 * @param proven whether the company itself knows it: from its own systems, or entered by an agent
 * @param expiresAt null when it lasts
 * @param detail more about expectations and what was experienced; null for the rest
 */
record Fact(
        UUID sourceId,
        String kind,
        String value,
        UUID customerId,
        String shown,
        String source,
        UUID conversationId,
        String madeBy,
        boolean proven,
        double confidence,
        Map<String, Object> detail,
        Instant observedAt,
        Instant expiresAt) {
    static final String MESSAGE = "message";
    static final String TOUCHPOINT = "touchpoint";
    static final String AGENT = "agent";
    static final String HANDLE = "handle";
    static final String EXPECTATION = "expectation";
    static final String EXPERIENCE = "experience";
    static final String MATTER = "matter";
    static final String LANGUAGE = "language";
}
