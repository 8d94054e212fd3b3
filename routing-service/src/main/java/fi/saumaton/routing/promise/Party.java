/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

/**
 * Who owns a promise, or made it.
 *
 * @param type owners: agent, team, queue; makers: agent, bot, partner, customer
 * @param id an agent's or partner's subject, a team's or queue's name
 * @param name to show; null when none is known
 */
public record Party(String type, String id, String name) {
    static final String AGENT = "agent";
    static final String TEAM = "team";
    static final String QUEUE = "queue";
    static final String PARTNER = "partner";
    static final String CUSTOMER = "customer";

    boolean isAgent() {
        return AGENT.equals(type);
    }
}
