/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.StartCache;

/** How a {@link Platform} shall be; without a word it is the one of {@code ./dev start}. */
public final class PlatformBuilder {
    private final Path project = Home.findProject();
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private Path base = project.resolve(".dev");
    private Ports ports = Ports.standard(0);
    private boolean fsync = true;
    private boolean production;
    private boolean keepInfrastructure;
    private StartCache.Policy caching = StartCache.Policy.USE;
    private Set<String> parts = new LinkedHashSet<>(PlatformParts.ALL);
    private Progress progress = Progress.SILENT;

    PlatformBuilder() {}

    /** Where data, logs and process ids go. */
    public PlatformBuilder base(Path folder) {
        base = folder;
        return this;
    }

    public PlatformBuilder freePorts() {
        ports = Ports.free();
        return this;
    }

    /** Every documented port moved by the same number. */
    public PlatformBuilder portOffset(int offset) {
        ports = Ports.standard(offset);
        return this;
    }

    /** Whether PostgreSQL's commits reach the disk. */
    public PlatformBuilder fsync(boolean wanted) {
        fsync = wanted;
        return this;
    }

    /** Services with the JVM's own choice of compilers and collector, without start-up caches. */
    public PlatformBuilder production(boolean wanted) {
        production = wanted;
        return this;
    }

    /** PostgreSQL, Kafka, Keycloak and mail stay when the platform is closed, and outlive this JVM. */
    public PlatformBuilder keepInfrastructure(boolean wanted) {
        keepInfrastructure = wanted;
        return this;
    }

    /** Lets this run make the start-up caches that are missing; its end takes longer then. */
    public PlatformBuilder makeStartCaches(boolean wanted) {
        caching = wanted ? StartCache.Policy.MAKE : StartCache.Policy.USE;
        return this;
    }

    /** Only these. */
    public PlatformBuilder parts(String... names) {
        parts = new LinkedHashSet<>(List.of(names));
        return this;
    }

    /** One more configuration property for a service. */
    public PlatformBuilder setting(String service, String property, String value) {
        settings.computeIfAbsent(service, _ -> new HashMap<>()).put(property, value);
        return this;
    }

    public PlatformBuilder progress(Progress listener) {
        progress = listener;
        return this;
    }

    public Platform build() {
        return new Platform(new PlatformOptions(
                project,
                base,
                ports,
                fsync,
                production,
                keepInfrastructure,
                caching,
                Set.copyOf(parts),
                settings,
                progress));
    }
}
