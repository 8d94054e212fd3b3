/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;

import fi.saumaton.devstack.process.Http;
import fi.saumaton.devstack.process.PartProcess;
import fi.saumaton.devstack.process.StackException;

/** Looks before the start whether somebody else listens on the ports, and says who and what to do. */
final class PortGuard {
    private PortGuard() {}

    static void check(Collection<PartProcess> processes) {
        var taken = new ArrayList<String>();
        for (var process : processes) {
            if (!process.alive()) {
                process.part().ports().forEach((use, port) -> {
                    if (!free(port)) {
                        taken.add("  port " + port + " (" + use + ") is taken by " + PortOwner.of(port));
                    }
                });
            }
        }
        if (!taken.isEmpty()) {
            throw new StackException("Cannot start:\n" + String.join("\n", taken)
                    + "\nEnd that program, or move all our ports: ./dev start --offset 1000"
                    + " (or set SAUMATON_PORT_OFFSET).");
        }
    }

    /** A listener on all interfaces can hide from a bind to one of them, so both are tried. */
    private static boolean free(int port) {
        if (Http.listens(port)) {
            return false;
        }
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
