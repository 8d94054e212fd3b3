/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The load's own process. Reads a {@link LoadSpec} as the first line of standard input, then lines with the number of
 * messages stored so far (the brake of a mixed load); prints a {@link LoadResult} as its last line.
 */
public final class Load {

    static final ObjectMapper JSON = new ObjectMapper();

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var spec = JSON.readValue(input.readLine(), LoadSpec.class);
        var stored = new AtomicLong();
        Thread.ofPlatform().daemon().start(() -> follow(input, stored));
        var result = switch (spec.kind()) {
            case BARE, CHAT, WEBHOOK -> new Flood(spec).run();
            case MIXED -> new MixedTraffic(spec, stored).run();
            case PACED -> new PacedTraffic(spec).run();
            case DESKS -> Deskwork.forEver(spec);
        };
        System.out.println(JSON.writeValueAsString(result));
        System.out.flush();
        // Sockets of agents reconnect for ever; the result is out, so nothing is waited for.
        Runtime.getRuntime().halt(0);
    }

    private static void follow(BufferedReader input, AtomicLong stored) {
        try {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                stored.set(Long.parseLong(line.trim()));
            }
        } catch (IOException gone) {
            // Whoever started this process is gone; the load ends by its own clock.
        }
    }
}
