/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What every pod of ours keeps to. */
class PodRulesTest {
    private static final Pattern VERSION = Pattern.compile(".+[:@].*\\d.*");
    private static final Set<String> VOLUMES_OF_RESTRICTED = Set.of(
            "configMap", "secret", "emptyDir", "projected", "downwardAPI", "csi", "ephemeral", "persistentVolumeClaim");

    @ParameterizedTest
    @EnumSource
    void theNamespaceEnforcesTheRestrictedProfile(Overlay overlay) {
        assertThat(overlay.one("Namespace", "saumaton").labels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(overlay.of("Namespace")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void podsAreRestricted(Overlay overlay) {
        assertThat(overlay.workloads()).hasSize(4).allSatisfy(workload -> {
            var spec = workload.podTemplate().orElseThrow().path("spec");
            assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(spec.at("/securityContext/runAsUser").asInt()).isPositive();
            assertThat(spec.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            for (var host : Set.of("hostNetwork", "hostPID", "hostIPC")) {
                assertThat(spec.has(host)).as(host).isFalse();
            }
            assertThat(Manifest.each(spec.path("volumes")))
                    .allMatch(volume -> VOLUMES_OF_RESTRICTED.stream().anyMatch(volume::has));
        });
    }

    @ParameterizedTest
    @EnumSource
    void containersAreRestricted(Overlay overlay) {
        assertThat(containers(overlay)).allSatisfy(container -> restricted(container.path("securityContext"), true));
    }

    /** What operators make of these has to pass the namespace's profile as well. */
    @ParameterizedTest
    @EnumSource
    void containersOfOperatorsAreRestricted(Overlay overlay) {
        var kafka = overlay.one("Kafka", "saumaton");
        restricted(kafka.at("spec.kafka.template.kafkaContainer.securityContext"), true);
        restricted(kafka.at("spec.entityOperator.template.topicOperatorContainer.securityContext"), true);
        restricted(kafka.at("spec.entityOperator.template.userOperatorContainer.securityContext"), true);
        restricted(kafka.at("spec.kafkaExporter.template.container.securityContext"), true);
        var keycloak = overlay.one("Keycloak", "keycloak").at("spec.unsupported.podTemplate.spec");
        restricted(keycloak.at("/containers/0/securityContext"), false);
        assertThat(keycloak.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    }

    private static void restricted(JsonNode context, boolean readOnly) {
        assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(context.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(context.path("capabilities").has("add")).isFalse();
        assertThat(context.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(context.path("privileged").asBoolean()).isFalse();
        if (readOnly) {
            assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void servicesAreProbedWhereTheyAnswer(Overlay overlay) {
        assertThat(overlay.of("Deployment")).allSatisfy(deployment -> {
            var service = Services.of(deployment.name());
            var container = deployment.podTemplate().orElseThrow().at("/spec/containers/0");
            assertThat(container.at("/ports/0/containerPort").asInt()).isEqualTo(service.port());
            assertThat(container.at("/ports/0/name").asText()).isEqualTo("http");
            probed(container, "startupProbe", "/q/health/started");
            probed(container, "readinessProbe", "/q/health/ready");
            probed(container, "livenessProbe", "/q/health/live");
        });
    }

    private static void probed(JsonNode container, String probe, String path) {
        assertThat(container.path(probe).at("/httpGet/path").asText()).isEqualTo(path);
        assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("http");
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerSaysWhatItNeedsAndMayTake(Overlay overlay) {
        assertThat(containers(overlay)).allSatisfy(container -> {
            for (var pointer : Set.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory")) {
                assertThat(container.path("resources").at(pointer).asText())
                        .as(pointer)
                        .isNotEmpty();
            }
        });
        assertThat(overlay.of("Cluster"))
                .allMatch(it -> !it.at("spec.resources.limits.memory").isMissingNode());
        assertThat(overlay.of("KafkaNodePool"))
                .allMatch(it -> !it.at("spec.resources.limits.memory").isMissingNode());
        assertThat(overlay.of("Keycloak"))
                .allMatch(it -> !it.at("spec.resources.limits.memory").isMissingNode());
    }

    @ParameterizedTest
    @EnumSource
    void everyImageHasAVersion(Overlay overlay) {
        var images = Stream.concat(
                containers(overlay).map(it -> it.path("image").asText()),
                Stream.concat(
                        overlay.of("Cluster").map(it -> it.at("spec.imageName").asText()),
                        overlay.of("Keycloak").map(it -> it.at("spec.image").asText())));
        assertThat(images).allMatch(VERSION.asMatchPredicate()).noneMatch(it -> it.contains("latest"));
        assertThat(overlay.one("Kafka", "saumaton").at("spec.kafka.version").asText())
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceHasAnAccountOfItsOwnThatMayDoNothing(Overlay overlay) {
        assertThat(overlay.of("Deployment")).allSatisfy(deployment -> {
            var spec = deployment.podTemplate().orElseThrow().path("spec");
            assertThat(spec.path("serviceAccountName").asText()).isEqualTo(deployment.name());
            assertThat(spec.path("automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            var account = overlay.one("ServiceAccount", deployment.name());
            assertThat(account.json().path("automountServiceAccountToken").asBoolean(true))
                    .isFalse();
        });
        assertThat(overlay.manifests()).noneMatch(it -> it.kind().endsWith("RoleBinding"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPodHasAPriorityThatExists(Overlay overlay) {
        assertThat(overlay.workloads())
                .allSatisfy(workload -> overlay.one(
                        "PriorityClass",
                        workload.podTemplate()
                                .orElseThrow()
                                .at("/spec/priorityClassName")
                                .asText()));
        assertThat(overlay.of("Cluster"))
                .allSatisfy(it -> overlay.one(
                        "PriorityClass", it.at("spec.priorityClassName").asText()));
    }

    private static Stream<JsonNode> containers(Overlay overlay) {
        return overlay.workloads().flatMap(it -> it.containers().stream());
    }
}
