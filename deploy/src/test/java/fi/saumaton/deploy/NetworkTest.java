/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fi.saumaton.deploy.Flows.End;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may talk to whom: each flow that is needed is open at both of its ends, and what is not needed is closed. */
class NetworkTest {
    private static final End KAFKA = End.pods(
            Map.of("strimzi.io/cluster", "saumaton", "strimzi.io/name", "saumaton-kafka", "strimzi.io/kind", "Kafka"));
    private static final End KEYCLOAK =
            End.pods(Map.of("app", "keycloak", "app.kubernetes.io/managed-by", "keycloak-operator"));
    private static final End NAMES = End.namespace("kube-system", Map.of("k8s-app", "kube-dns"));
    private static final End PROMETHEUS = End.namespace("monitoring", Map.of());
    private static final End STRANGER = End.namespace("default", Map.of("app", "curl"));

    private static End service(Overlay overlay, String name) {
        var template = overlay.one("Deployment", name).podTemplate().orElseThrow();
        return End.pods(Manifest.strings(template.at("/metadata/labels")));
    }

    private static End database(String name) {
        return End.pods(Map.of("cnpg.io/cluster", name + "-db"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsOpenByItself(Overlay overlay) {
        var everybody = overlay.one("NetworkPolicy", "deny-by-default");
        assertThat(everybody.at("spec.podSelector")).isEmpty();
        assertThat(Manifest.each(everybody.at("spec.policyTypes")).map(it -> it.asText()))
                .containsExactly("Ingress", "Egress");
        assertThat(everybody.at("spec").has("ingress")).isFalse();
        assertThat(everybody.at("spec").has("egress")).isFalse();
        assertThat(overlay.of("NetworkPolicy"))
                .allMatch(it -> it.namespace()
                        .equals(overlay.one("Deployment", "routing-service").namespace()));
    }

    @ParameterizedTest
    @EnumSource
    void servicesReachWhatTheyStandOn(Overlay overlay) {
        var flows = new Flows(overlay);
        for (var service : Services.all()) {
            var pod = service(overlay, service.name());
            assertThat(flows.open(pod, NAMES, 53)).isTrue();
            assertThat(flows.open(pod, database(service.database()), 5432)).isTrue();
            // Strimzi makes the rule of the listener itself, from its networkPolicyPeers
            assertThat(flows.letsOut(pod, KAFKA, 9093)).isTrue();
            assertThat(pod.labels()).containsEntry("saumaton.fi/kafka", "client");
            assertThat(flows.open(pod, KEYCLOAK, 8443)).isTrue();
        }
        assertThat(flows.open(KEYCLOAK, database("keycloak"), 5432)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyDatabaseIsItsOwnServicesAlone(Overlay overlay) {
        var flows = new Flows(overlay);
        for (var service : Services.all()) {
            for (var other : Services.all()) {
                assertThat(flows.open(service(overlay, service.name()), database(other.database()), 5432))
                        .as("%s to the database of %s", service.name(), other.name())
                        .isEqualTo(service.name().equals(other.name()));
            }
            assertThat(flows.open(service(overlay, service.name()), database("keycloak"), 5432))
                    .isFalse();
            assertThat(flows.letsIn(STRANGER, database(service.database()), 5432))
                    .isFalse();
            assertThat(flows.open(database(service.database()), database(service.database()), 5432))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGatewayAloneReachesTheOthers(Overlay overlay) {
        var flows = new Flows(overlay);
        var gateway = service(overlay, "channel-gateway");
        for (var service : Services.all()) {
            var pod = service(overlay, service.name());
            boolean behind = !service.name().equals("channel-gateway");
            assertThat(flows.open(gateway, pod, service.port()))
                    .as(service.name())
                    .isEqualTo(behind);
            assertThat(flows.open(service(overlay, "routing-service"), pod, service.port()))
                    .isFalse();
            assertThat(flows.letsIn(STRANGER, pod, service.port())).isFalse();
            assertThat(flows.letsIn(End.edge(), pod, service.port())).isEqualTo(!behind);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGatewayReachesChannelsOutsideAndNoPrivateNetwork(Overlay overlay) {
        var flows = new Flows(overlay);
        var gateway = service(overlay, "channel-gateway");
        for (int port : Set.of(443, 587, 993)) {
            assertThat(flows.letsOut(gateway, End.outside("203.0.113.7"), port)).isTrue();
            for (var inside : Set.of("10.1.2.3", "172.20.0.1", "192.168.1.1", "169.254.169.254")) {
                assertThat(flows.letsOut(gateway, End.outside(inside), port))
                        .as(inside)
                        .isFalse();
            }
        }
        assertThat(flows.letsOut(gateway, End.outside("203.0.113.7"), 22)).isFalse();
        assertThat(flows.letsOut(service(overlay, "customer-service"), End.outside("203.0.113.7"), 443))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void peopleSignInThroughTheEdge(Overlay overlay) {
        var flows = new Flows(overlay);
        int port = overlay == Overlay.LOCAL ? 8080 : 8443;
        assertThat(flows.letsIn(End.edge(), KEYCLOAK, port)).isTrue();
        assertThat(flows.letsIn(STRANGER, KEYCLOAK, port)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void figuresAndTracesFlow(Overlay overlay) {
        var flows = new Flows(overlay);
        for (var service : Services.all()) {
            var pod = service(overlay, service.name());
            assertThat(flows.open(PROMETHEUS, pod, service.port())).isTrue();
            assertThat(flows.open(pod, End.namespace("observability", Map.of()), 4317))
                    .isTrue();
        }
        assertThat(flows.open(PROMETHEUS, KAFKA, 9404)).isTrue();
        assertThat(flows.open(PROMETHEUS, database("customer"), 9187)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void operatorsAndCopiesFindEachOther(Overlay overlay) {
        var flows = new Flows(overlay);
        var database = database("customer");
        assertThat(flows.open(End.namespace("cnpg-system", Map.of()), database, 8000))
                .isTrue();
        assertThat(flows.letsOut(database, End.outside("203.0.113.7"), 443))
                .as("API server, object storage")
                .isTrue();
        assertThat(flows.letsOut(KAFKA, KAFKA, 9091)).isTrue();
        assertThat(flows.open(KEYCLOAK, KEYCLOAK, 7800)).isTrue();
        var operator = End.pods(Map.of("app.kubernetes.io/name", "keycloak-operator"));
        assertThat(flows.open(operator, KEYCLOAK, 9000)).isTrue();
        assertThat(flows.letsOut(operator, End.outside("203.0.113.7"), 6443)).isTrue();
    }

    /** The way in opens the pages and the API; health, metrics and Keycloak's administration stay inside. */
    @ParameterizedTest
    @EnumSource
    void onlyWhatIsPublicHasAWayIn(Overlay overlay) {
        var paths = new java.util.TreeSet<String>();
        overlay.of("HTTPRoute")
                .forEach(route -> route.at("spec.rules")
                        .forEach(rule -> rule.path("matches")
                                .forEach(it -> paths.add(it.at("/path/value").asText()))));
        overlay.of("Ingress")
                .forEach(ingress -> ingress.at("spec.rules")
                        .forEach(rule -> rule.at("/http/paths")
                                .forEach(it -> paths.add(it.path("path").asText()))));
        assertThat(paths)
                .contains("/", "/api", "/desk", "/app", "/widget.js", "/realms/saumaton", "/resources")
                .noneMatch(it -> it.startsWith("/q") || it.startsWith("/admin") || it.startsWith("/realms/master"));
    }

    @Test
    void addressesAreFoundInTheirBlocks() {
        assertThat(Addresses.inside("172.16.0.0/12", "172.31.255.255")).isTrue();
        assertThat(Addresses.inside("172.16.0.0/12", "172.32.0.0")).isFalse();
        assertThat(Addresses.inside("100.64.0.0/10", "100.127.0.1")).isTrue();
    }
}
