/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What an overlay's NetworkPolicies let through, judged as Kubernetes does: what a policy selects, it closes but for its rules. */
record Flows(Overlay overlay) {
    /** One end of a connection: pods of ours by their labels, or a namespace of somebody else's, or an address outside. */
    record End(Map<String, String> labels, Map<String, String> namespace, Optional<String> address) {
        static End pods(Map<String, String> labels) {
            return new End(labels, Map.of("kubernetes.io/metadata.name", "saumaton"), Optional.empty());
        }

        static End namespace(String name, Map<String, String> labels) {
            return new End(labels, Map.of("kubernetes.io/metadata.name", name), Optional.empty());
        }

        static End edge() {
            return new End(Map.of(), Map.of("saumaton.fi/edge", "true"), Optional.empty());
        }

        static End outside(String address) {
            return new End(Map.of(), Map.of(), Optional.of(address));
        }

        boolean ours() {
            return "saumaton".equals(namespace.get("kubernetes.io/metadata.name"));
        }
    }

    /** Whether both ends agree. An end that is not ours always does. */
    boolean open(End from, End to, int port) {
        return (!from.ours() || letsOut(from, to, port)) && (!to.ours() || letsIn(from, to, port));
    }

    boolean letsOut(End from, End to, int port) {
        return lets("Egress", "egress", "to", from, to, port);
    }

    boolean letsIn(End from, End to, int port) {
        return lets("Ingress", "ingress", "from", to, from, port);
    }

    private boolean lets(String direction, String rules, String peers, End self, End other, int port) {
        return policies(direction, self)
                .flatMap(policy -> Manifest.each(policy.at("spec." + rules)))
                .anyMatch(rule -> port(rule, port) && peer(rule.path(peers), other));
    }

    /** Those that close a pod in a direction. With none of them it would be open. */
    Stream<Manifest> policies(String direction, End self) {
        return overlay.of("NetworkPolicy")
                .filter(it -> Manifest.each(it.at("spec.policyTypes"))
                        .anyMatch(type -> type.asText().equals(direction)))
                .filter(it -> selects(it.at("spec.podSelector"), self.labels()));
    }

    private static boolean port(JsonNode rule, int port) {
        return !rule.has("ports")
                || Manifest.each(rule.path("ports"))
                        .anyMatch(it -> it.path("port").asInt() == port);
    }

    private static boolean peer(JsonNode peers, End other) {
        return peers.isMissingNode() || Manifest.each(peers).anyMatch(it -> matches(it, other));
    }

    private static boolean matches(JsonNode peer, End other) {
        if (peer.has("ipBlock")) {
            return other.address().isPresent()
                    && within(peer.path("ipBlock"), other.address().get());
        }
        boolean namespace = peer.has("namespaceSelector")
                ? selects(peer.path("namespaceSelector"), other.namespace())
                : other.ours();
        return other.address().isEmpty()
                && namespace
                && (!peer.has("podSelector") || selects(peer.path("podSelector"), other.labels()));
    }

    /** Enough for the blocks in use: all addresses but some. */
    private static boolean within(JsonNode block, String address) {
        return block.path("cidr").asText().equals("0.0.0.0/0")
                && Manifest.each(block.path("except")).noneMatch(it -> Addresses.inside(it.asText(), address));
    }

    private static boolean selects(JsonNode selector, Map<String, String> labels) {
        return labels.entrySet()
                        .containsAll(
                                Manifest.strings(selector.path("matchLabels")).entrySet())
                && Manifest.each(selector.path("matchExpressions"))
                        .allMatch(it -> labels.containsKey(it.path("key").asText()));
    }
}
