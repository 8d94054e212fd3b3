/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.Http;
import fi.saumaton.devstack.process.Launch;
import fi.saumaton.devstack.process.Libraries;
import fi.saumaton.devstack.process.Part;
import fi.saumaton.devstack.process.StackException;

/** The demo shop on its port. */
public final class ShopServer implements Part {
    private static final List<String> JAVA_OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms16m", "-Xmx64m");

    private final Home home;
    private final int port;
    private final String gateway;

    public ShopServer(Home home, int port, String gateway) {
        this.home = home;
        this.port = port;
        this.gateway = gateway;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** What the gateway checks the shop's tokens with. */
    public String publicKey() {
        try {
            ShopKeys.makeOnce(keys());
            return ShopKeys.publicKey(keys());
        } catch (IOException e) {
            throw new StackException("Cannot make the shop's key in " + keys(), e);
        }
    }

    public String audience() {
        return ShopTokens.AUDIENCE;
    }

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("Demo shop", port);
    }

    @Override
    public void prepare(Consumer<String> progress) throws IOException {
        ShopKeys.makeOnce(keys());
    }

    @Override
    public Launch launch() {
        var arguments = List.of(Integer.toString(port), keys().toString(), gateway);
        return Launch.of(new Libraries(home.project()).java(JAVA_OPTIONS, "dev", ShopMain.class, arguments), keys());
    }

    @Override
    public boolean ready() {
        return Http.ok("http://127.0.0.1:" + port + "/");
    }

    private Path keys() {
        return home.data(name());
    }
}
