/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.util.LinkedHashMap;
import java.util.Map;

import fi.saumaton.devstack.process.FreePorts;

/** Which part listens where. */
final class Ports {
    private static final Map<String, Integer> STANDARD = standard();

    private final Map<String, Integer> ports;

    private Ports(Map<String, Integer> ports) {
        this.ports = ports;
    }

    /** The documented ports, all moved by the same number. */
    static Ports standard(int offset) {
        var moved = new LinkedHashMap<String, Integer>();
        STANDARD.forEach((name, port) -> moved.put(name, port + offset));
        return new Ports(moved);
    }

    static Ports free() {
        var free = new LinkedHashMap<String, Integer>();
        STANDARD.keySet().forEach(name -> free.put(name, FreePorts.next()));
        return new Ports(free);
    }

    int of(String name) {
        var port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("No port is named " + name + ", only " + ports.keySet());
        }
        return port;
    }

    private static Map<String, Integer> standard() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("channel-gateway", 8080);
        ports.put("customer-service", 8081);
        ports.put("routing-service", 8082);
        ports.put("analytics-service", 8083);
        ports.put("shop", 8090);
        ports.put("keycloak", 8180);
        ports.put("keycloak-management", 9180);
        ports.put("smtp", 13025);
        ports.put("imap", 13143);
        ports.put("postgresql", 15432);
        ports.put("kafka", 19092);
        ports.put("kafka-controller", 19093);
        return ports;
    }
}
