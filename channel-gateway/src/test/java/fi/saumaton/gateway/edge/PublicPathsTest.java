/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the committed descriptions of the interfaces name is reachable, and nobody calls it without a limit. */
class PublicPathsTest {
    private static final Path DESCRIPTIONS = Path.of("..", "contracts", "openapi");

    /** Doors that count their callers themselves, or let nobody in who does not sign. */
    private static final Set<String> OTHERWISE_LIMITED = Set.of("chat", "forms", "hooks", "webhooks", "stream");

    /** For other services, not for the public. */
    private static final Set<String> INTERNAL = Set.of("personal-data");

    private static List<String> paths(String service) throws IOException {
        try (var lines = Files.lines(DESCRIPTIONS.resolve(service + ".yaml"))) {
            return lines.filter(line -> line.startsWith("  /api/v1/"))
                    .map(line -> line.strip().replaceAll(":$", ""))
                    .toList();
        }
    }

    private static Set<String> resources(String service) throws IOException {
        return paths(service).stream().map(path -> path.split("/")[3]).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyOwnPathHasALimit() throws IOException {
        var unlimited = paths("channel-gateway").stream()
                .filter(path -> !Gate.own(path) && !OTHERWISE_LIMITED.contains(path.split("/")[3]))
                .toList();

        assertEquals(List.of(), unlimited);
    }

    @Test
    void everyPathOfTheOtherServicesIsPassedOn() throws IOException {
        var described = new TreeSet<String>();
        for (var service : List.of("customer-service", "routing-service", "analytics-service")) {
            described.addAll(resources(service));
        }
        described.removeAll(INTERNAL);

        assertEquals(described, new TreeSet<>(Upstreams.SERVICES.keySet()));
    }
}
