/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.Http;
import fi.saumaton.devstack.process.Launch;
import fi.saumaton.devstack.process.Libraries;
import fi.saumaton.devstack.process.Lists;
import fi.saumaton.devstack.process.Part;
import fi.saumaton.devstack.process.StackException;
import fi.saumaton.devstack.process.StartCache;

/** One replica of a service. */
public final class ServiceServer implements Part {
    private static final List<String> EVERYWHERE = List.of(
            "-Xms64m",
            "-Xmx512m",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** What the JVM chooses by itself in a container of less than 1,792 MiB; here it sees the whole machine. */
    private static final List<String> AS_IN_A_SMALL_CONTAINER = List.of("-XX:+UseSerialGC", "-Xmn160m");

    private static final List<String> QUICK_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Home home;
    private final String name;
    private final int port;
    private final Path application;
    private final Map<String, String> settings;
    private final StartCache cache;

    /**
     * A replica.
     *
     * @param service the module it is built in
     * @param settings its configuration
     * @param production with both compilers, as a cluster runs it
     */
    public ServiceServer(
            Home home,
            String name,
            String service,
            int port,
            Map<String, String> settings,
            boolean production,
            StartCache.Policy caching) {
        this.home = home;
        this.name = name;
        this.port = port;
        this.application = home.project().resolve(service).resolve("target/quarkus-app");
        this.settings = new TreeMap<>(settings);
        this.cache = new StartCache(
                home,
                service,
                production ? StartCache.Policy.NONE : caching,
                Lists.concat(EVERYWHERE, production ? AS_IN_A_SMALL_CONTAINER : QUICK_START),
                List.of(application));
    }

    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of(name, port);
    }

    @Override
    public void prepare(Consumer<String> progress) throws IOException {
        if (!Files.exists(jar())) {
            throw new StackException(name + " is not built: no " + jar() + " (./mvnw package)");
        }
        Files.createDirectories(home.data(name));
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<String>();
        command.add(Libraries.javaProgram());
        command.addAll(cache.options());
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", jar().toString()));
        return Launch.of(command, home.data(name)).with(cache.environment());
    }

    @Override
    public boolean ready() {
        return Http.ok("http://127.0.0.1:" + port + "/q/health/ready");
    }

    @Override
    public boolean slowToEnd() {
        return cache.training();
    }

    @Override
    public void ended() throws IOException {
        cache.settle();
    }

    private Path jar() {
        return application.resolve("quarkus-run.jar");
    }
}
