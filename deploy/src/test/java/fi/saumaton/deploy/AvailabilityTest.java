/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** That somebody serves while pods come and go. */
class AvailabilityTest {
    /** Connections beside those of the services: the init containers, an operator, somebody with a question. */
    private static final int OTHER_CONNECTIONS = 20;

    @ParameterizedTest
    @EnumSource
    void everySelectorFindsPods(Overlay overlay) {
        assertThat(overlay.of("Deployment")).allMatch(it -> selects(it.at("spec.selector"), it));
        assertThat(overlay.of("Service"))
                .allSatisfy(service -> assertThat(overlay.of("Deployment"))
                        .anyMatch(it -> podLabels(it)
                                .entrySet()
                                .containsAll(Manifest.strings(service.at("spec.selector"))
                                        .entrySet())));
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceIsReachedAtItsPort(Overlay overlay) {
        assertThat(overlay.of("Service")).hasSize(4).allSatisfy(it -> {
            assertThat(it.at("spec.ports").get(0).path("port").asInt())
                    .isEqualTo(Services.of(it.name()).port());
            assertThat(it.at("spec.ports").get(0).path("targetPort").asText()).isEqualTo("http");
        });
    }

    /** A budget of one that may be away never stops a node from being emptied, and with two leaves one. */
    @ParameterizedTest
    @EnumSource
    void everyDeploymentHasABudgetThatLetsNodesBeEmptied(Overlay overlay) {
        assertThat(overlay.of("Deployment")).allSatisfy(deployment -> {
            var budgets = overlay.of("PodDisruptionBudget").filter(it -> selects(it.at("spec.selector"), deployment));
            assertThat(budgets).singleElement().satisfies(it -> {
                assertThat(it.at("spec.maxUnavailable").asInt()).isEqualTo(1);
                assertThat(it.at("spec").has("minAvailable")).isFalse();
            });
        });
        assertThat(overlay.one("Kafka", "saumaton")
                        .at("spec.kafka.template.podDisruptionBudget.maxUnavailable")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRolloutTakesNobodyAwayBeforeAnotherIsThere(Overlay overlay) {
        assertThat(overlay.of("Deployment")).allSatisfy(it -> {
            assertThat(it.at("spec.strategy.rollingUpdate.maxUnavailable").asInt(1))
                    .isZero();
            assertThat(it.at("spec.strategy.rollingUpdate.maxSurge").asInt()).isPositive();
        });
    }

    /** The grace holds what comes before SIGTERM, and Quarkus's own delay and patience after it. */
    @ParameterizedTest
    @EnumSource
    void aPodThatEndsIsLeftTheTimeItTakes(Overlay overlay) {
        assertThat(overlay.of("Deployment")).allSatisfy(it -> {
            var spec = it.podTemplate().orElseThrow().path("spec");
            int before =
                    spec.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
            assertThat(before).isBetween(5, 20);
            var properties = Services.of(it.name()).properties();
            int after = seconds(properties.getOrDefault("quarkus.shutdown.delay", "0s"))
                    + seconds(properties.getOrDefault(
                            "quarkus.shutdown.timeout", Services.kit().get("quarkus.shutdown.timeout")));
            assertThat(spec.path("terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(before + 2 * after);
        });
    }

    private static int seconds(String duration) {
        return Integer.parseInt(duration.replace("s", ""));
    }

    @ParameterizedTest
    @EnumSource
    void replicasAreSpreadOverNodesAndZones(Overlay overlay) {
        assertThat(overlay.of("Deployment")).allSatisfy(it -> {
            var constraints = it.podTemplate().orElseThrow().at("/spec/topologySpreadConstraints");
            assertThat(Manifest.each(constraints).map(c -> c.path("topologyKey").asText()))
                    .containsExactlyInAnyOrder("kubernetes.io/hostname", "topology.kubernetes.io/zone");
            assertThat(Manifest.each(constraints)).allMatch(c -> selects(c.path("labelSelector"), it));
        });
    }

    @ParameterizedTest
    @EnumSource(names = "PRODUCTION")
    void productionOutlivesTheLossOfANode(Overlay overlay) {
        assertThat(overlay.of("ScaledObject"))
                .hasSize(4)
                .allMatch(it -> it.at("spec.minReplicaCount").asInt() >= 2);
        assertThat(overlay.of("Cluster")).hasSize(5).allSatisfy(it -> {
            assertThat(it.at("spec.instances").asInt()).isEqualTo(3);
            assertThat(it.at("spec.affinity.podAntiAffinityType").asText()).isEqualTo("required");
            assertThat(it.at("spec.postgresql.synchronous.number").asInt()).isEqualTo(1);
        });
        assertThat(overlay.one("KafkaNodePool", "node").at("spec.replicas").asInt())
                .isEqualTo(3);
        assertThat(overlay.one("Keycloak", "keycloak").at("spec.instances").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void everyDatabaseIsBackedUp(Overlay overlay) {
        assertThat(overlay.of("Cluster")).allSatisfy(it -> {
            assertThat(it.at("spec.backup.barmanObjectStore.destinationPath").asText())
                    .startsWith("s3://");
            assertThat(it.at("spec.backup.retentionPolicy").asText()).isNotEmpty();
            assertThat(overlay.of("ScheduledBackup"))
                    .anyMatch(backup -> backup.at("spec.cluster.name").asText().equals(it.name()));
        });
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void replicasFollowTheEventsThatWait(Overlay overlay) {
        assertThat(overlay.of("Deployment")).allSatisfy(deployment -> {
            assertThat(deployment.at("spec").has("replicas"))
                    .as("the autoscaler's business")
                    .isFalse();
            var scaled = overlay.one("ScaledObject", deployment.name());
            assertThat(scaled.at("spec.scaleTargetRef.name").asText()).isEqualTo(deployment.name());
            var groups = Services.of(deployment.name()).consumed();
            groups.remove("gateway.wakeups");
            var watched = new java.util.TreeMap<String, String>();
            Manifest.each(scaled.at("spec.triggers"))
                    .map(it -> it.path("metadata"))
                    .filter(it -> it.has("topic"))
                    .forEach(it -> watched.put(
                            it.path("topic").asText(), it.path("consumerGroup").asText()));
            assertThat(watched).isEqualTo(groups);
        });
    }

    /** Each replica may open as many connections as its pool holds; a rollout adds one replica. */
    @ParameterizedTest
    @EnumSource
    void databasesHaveConnectionsForAllReplicas(Overlay overlay) {
        int pool = Integer.parseInt(Services.kit().get("quarkus.datasource.reactive.max-size"));
        assertThat(Services.all()).allSatisfy(service -> {
            var database = overlay.one("Cluster", service.database() + "-db");
            int connections = database.at("spec.postgresql.parameters")
                    .path("max_connections")
                    .asInt();
            assertThat((mostReplicas(overlay, service.name()) + 1) * pool + OTHER_CONNECTIONS)
                    .isLessThanOrEqualTo(connections);
        });
    }

    private static int mostReplicas(Overlay overlay, String service) {
        Optional<Manifest> scaled = overlay.of("ScaledObject")
                .filter(it -> it.name().equals(service))
                .findFirst();
        return scaled.map(it -> it.at("spec.maxReplicaCount").asInt())
                .orElseGet(() ->
                        overlay.one("Deployment", service).at("spec.replicas").asInt());
    }

    static boolean selects(JsonNode selector, Manifest deployment) {
        var wanted = Manifest.strings(selector.path("matchLabels"));
        return !wanted.isEmpty() && podLabels(deployment).entrySet().containsAll(wanted.entrySet());
    }

    private static Map<String, String> podLabels(Manifest deployment) {
        return Manifest.strings(deployment.podTemplate().orElseThrow().at("/metadata/labels"));
    }
}
