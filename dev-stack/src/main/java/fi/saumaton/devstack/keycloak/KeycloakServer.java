/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.keycloak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fi.saumaton.devstack.postgres.PostgresServer;
import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.Http;
import fi.saumaton.devstack.process.Launch;
import fi.saumaton.devstack.process.Libraries;
import fi.saumaton.devstack.process.Part;
import fi.saumaton.devstack.process.StackException;
import fi.saumaton.devstack.process.StartCache;

/**
 * Keycloak with its database in the stack's PostgreSQL. It imports a realm only when it has none, so an edited realm file
 * (or another version) gets a new database.
 */
public final class KeycloakServer implements Part {
    private static final String DATABASE = "keycloak";
    private static final String REALM = "/keycloak/saumaton-realm.json";
    private static final String STANDARD_GATEWAY = "http://localhost:8080";

    /** As Keycloak's own script sets them, with another collector and the first compiler alone. */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms128m",
            "-Xmx384m",
            "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=256m",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.security.egd=file:/dev/urandom",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Home home;
    private final KeycloakProgram program;
    private final PostgresServer postgres;
    private final int port;
    private final int managementPort;
    private final String realm;
    private boolean importing;
    private final StartCache cache;

    /** The gateway's address is where the desk's sign-in may come from. */
    public KeycloakServer(
            Home home,
            PostgresServer postgres,
            int port,
            int managementPort,
            String gateway,
            StartCache.Policy caching) {
        this.home = home;
        this.program = new KeycloakProgram(home);
        this.postgres = postgres;
        this.port = port;
        this.managementPort = managementPort;
        this.realm = realm().replace(STANDARD_GATEWAY, gateway);
        this.cache = new StartCache(
                home, name(), caching, JAVA_OPTIONS, List.of(program.folder().resolve("lib")));
    }

    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("Keycloak", port);
        ports.put("Keycloak's health", managementPort);
        return ports;
    }

    @Override
    public void prepare(Consumer<String> progress) throws IOException {
        program.prepare(progress);
        importing = !Files.exists(imported()) || !Files.readString(imported()).equals(realmKey());
        if (importing) {
            progress.accept("making its schema and importing the realm, once (about a minute)");
            Files.deleteIfExists(imported());
            postgres.dropDatabase(DATABASE);
        }
        postgres.createDatabase(DATABASE);
        ownHome();
    }

    /** A home of its own for each stack, over the shared program: its import folder lies in there. */
    private void ownHome() throws IOException {
        var realmFile = data().resolve("data/import/saumaton-realm.json");
        Files.createDirectories(realmFile.getParent());
        Files.writeString(realmFile, realm);
        for (var shared : List.of("conf", "themes", "providers", "lib")) {
            var link = data().resolve(shared);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, program.folder().resolve(shared));
        }
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<String>();
        command.add(Libraries.javaProgram());
        command.addAll(cache.options());
        command.add("-Dkc.home.dir=" + data());
        command.add("-Djboss.server.config.dir=" + data().resolve("conf"));
        command.addAll(List.of("-cp", program.jar().toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--log-level=info,io.smallrye.health:error",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + url(),
                "--db-url=jdbc:" + postgres.url(DATABASE),
                "--db-username=" + PostgresServer.USER,
                "--db-password=" + PostgresServer.PASSWORD));
        if (importing) {
            command.add("--import-realm");
        }
        return Launch.of(command, data())
                .with(cache.environment())
                .with(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin"));
    }

    /** Its port answers long before it serves. */
    @Override
    public boolean ready() {
        return Http.ok("http://127.0.0.1:" + managementPort + "/health/ready");
    }

    @Override
    public void started() throws IOException {
        Files.writeString(imported(), realmKey());
    }

    @Override
    public boolean slowToEnd() {
        return cache.training();
    }

    @Override
    public void ended() throws IOException {
        cache.settle();
    }

    private Path data() {
        return home.data(name());
    }

    private Path imported() {
        return data().resolve("imported");
    }

    private String realmKey() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(realm.getBytes(StandardCharsets.UTF_8));
            return program.version() + " " + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String realm() {
        try (var file = KeycloakServer.class.getResourceAsStream(REALM)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StackException("No realm file in dev-stack", e);
        }
    }
}
