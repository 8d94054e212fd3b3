/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import fi.saumaton.customer.moving.source.ConnectionConfig.Connection;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Finds connections by system and name. */
@ApplicationScoped
public class Connections {
    private final Map<String, Map<String, Connection>> systems;

    Connections(ConnectionConfig config) {
        this.systems = Map.of(
                "zendesk", config.zendesk(),
                "hubspot", config.hubspot(),
                "salesforce", config.salesforce(),
                "freshdesk", config.freshdesk());
    }

    /** @throws Problem {@code invalid} when there is none of that name */
    public Connection require(String system, String name) {
        var connection = systems.get(system).get(name);
        if (connection == null) {
            throw new Problem(
                            CommonProblem.INVALID,
                            "No such system is configured: saumaton.moving." + system + "." + name)
                    .with("field", "source");
        }
        return connection;
    }
}
