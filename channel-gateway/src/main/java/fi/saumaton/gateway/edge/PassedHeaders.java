/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** Which header fields cross the gateway. A service may believe what it finds under these names: only the gateway sets them. */
final class PassedHeaders {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "http2-settings");
    private static final Set<String> SPOOFABLE = Set.of(
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "via",
            "traceparent",
            "tracestate",
            "baggage",
            "b3");
    private static final List<String> SPOOFABLE_FAMILIES =
            List.of("x-forwarded-", "x-saumaton-", "x-original-", "x-b3-", "ce_", "ce-");
    private static final Set<String> INSIDE = Set.of("server", "x-powered-by");

    private PassedHeaders() {}

    /** Takes out what concerns this connection only or could be made up by the caller, then says who calls. */
    static void request(MultiMap headers, HttpServerRequest request) {
        named(headers.get("connection")).forEach(headers::remove);
        for (var name : List.copyOf(headers.names())) {
            if (isRefused(name.toLowerCase(Locale.ROOT))) {
                headers.remove(name);
            }
        }
        var address = request.remoteAddress();
        if (address != null && address.hostAddress() != null) {
            headers.set("X-Forwarded-For", address.hostAddress());
        }
        headers.set("X-Forwarded-Proto", request.scheme() == null ? "http" : request.scheme());
        if (request.authority() != null) {
            headers.set("X-Forwarded-Host", request.authority().toString());
        }
    }

    /** Takes out of an answer what concerns the inner connection and the inner server. */
    static void response(MultiMap headers) {
        named(headers.get("connection")).forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
        INSIDE.forEach(headers::remove);
    }

    /** A service names what it has made by its own address, where nobody outside can go: to them it is a path of the gateway. */
    static void location(MultiMap headers, URI service) {
        var location = headers.get("Location");
        var inside = service.getScheme() + "://" + service.getAuthority() + "/";
        if (location != null && location.startsWith(inside)) {
            headers.set("Location", location.substring(inside.length() - 1));
        }
    }

    private static boolean isRefused(String name) {
        return HOP_BY_HOP.contains(name)
                || SPOOFABLE.contains(name)
                || SPOOFABLE_FAMILIES.stream().anyMatch(name::startsWith);
    }

    /** Fields that the Connection field names are of this hop as well; a caller must not use it to take others out. */
    static List<String> named(String connection) {
        if (connection == null) {
            return List.of();
        }
        return List.of(connection.split(",")).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals("authorization") && !name.equals("content-length"))
                .toList();
    }
}
