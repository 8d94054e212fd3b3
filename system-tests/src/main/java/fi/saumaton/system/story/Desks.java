/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an administrator sets before a rush. */
public final class Desks {

    private Desks() {}

    /** Gives these agents capacity for so much work at once. */
    public static void giveRoomFor(Doors doors, int capacity, String... usernames) {
        var admin = Api.as(doors.gateway(), new SignIn(doors.issuer()).person("admin"));
        for (var username : usernames) {
            Agent.signIn(doors, username).offDuty().close();
            var agent = StreamSupport.stream(
                            admin.get("/api/v1/agents")
                                    .expect(200)
                                    .path("items")
                                    .spliterator(),
                            false)
                    .filter(candidate -> candidate.path("name").asText().equalsIgnoreCase(username))
                    .findFirst()
                    .orElseThrow();
            raise(admin, agent, capacity);
        }
    }

    private static void raise(Api admin, JsonNode agent, int capacity) {
        var path = "/api/v1/agents/" + agent.path("agentId").asText();
        var current = admin.get(path);
        var changed = (ObjectNode) current.expect(200).deepCopy();
        changed.withObject("/capacity").put("total", capacity);
        var etag = current.raw().headers().firstValue("ETag").orElse("*");
        admin.put(path, Map.of("capacity", changed.path("capacity")), "If-Match", etag)
                .expect(200, 204);
    }
}
