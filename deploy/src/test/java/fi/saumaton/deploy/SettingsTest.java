/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the manifests set exists, by that name, at run time; and what a service cannot do without is set. */
class SettingsTest {
    private static final Map<String, KnownSettings> KNOWN =
            Services.all().stream().collect(Collectors.toMap(Services::name, KnownSettings::new));

    @Test
    void settingsAreFoundInTheSources() {
        var gateway = KNOWN.get("channel-gateway");
        assertThat(gateway.knowsProperty("saumaton.channel.email.support.imap.host"))
                .isTrue();
        assertThat(gateway.knowsProperty("saumaton.channel.email.support.imap.hots"))
                .isFalse();
        assertThat(gateway.knowsProperty("quarkus.flyway.migrate-at-start")).isTrue();
        assertThat(gateway.knowsProperty("quarkus.management.enabled"))
                .as("fixed when built")
                .isFalse();
        assertThat(gateway.knowsVariable("SAUMATON_OTLP_ENDPOINT")).isTrue();
        assertThat(gateway.required())
                .contains("saumaton.channel.email.*.address")
                .doesNotContain("saumaton.upstream.routing");
        assertThat(gateway.meantForOneMachine())
                .contains("saumaton.db.url", "saumaton.oidc.url", "saumaton.upstream.customer");
    }

    @ParameterizedTest
    @EnumSource
    void everyPropertyExists(Overlay overlay) {
        assertThat(Container.of(overlay))
                .allSatisfy(container ->
                        assertThat(container.properties().keySet()).allMatch(known(container)::knowsProperty));
    }

    @ParameterizedTest
    @EnumSource
    void everyVariableExistsOrIsReferredTo(Overlay overlay) {
        assertThat(Container.of(overlay)).allSatisfy(container -> {
            var referred = container.properties().values().stream()
                    .flatMap(value -> KnownSettings.needed(value).stream())
                    .collect(Collectors.toSet());
            assertThat(container.variables().keySet())
                    .allMatch(name -> known(container).knowsVariable(name) || referred.contains(name));
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyReferenceHasItsValue(Overlay overlay) {
        assertThat(Container.of(overlay)).allSatisfy(container -> {
            var properties = container.properties();
            properties.forEach((name, value) -> assertThat(KnownSettings.needed(value))
                    .as(name)
                    .allMatch(it -> properties.containsKey(it)
                            || container.variables().containsKey(it)
                            || name.startsWith("saumaton.channel.") && container.takesAllOf("channel-secrets")));
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftAsItIsOnOneMachine(Overlay overlay) {
        assertThat(Container.of(overlay).filter(Container::serves))
                .hasSize(4)
                .allSatisfy(container ->
                        assertThat(known(container).meantForOneMachine()).allMatch(container::gives));
    }

    @ParameterizedTest
    @EnumSource
    void everythingThatMustBeGivenIsGiven(Overlay overlay) {
        assertThat(Container.of(overlay).filter(Container::serves))
                .allSatisfy(container -> assertThat(known(container).required()).allSatisfy(name -> {
                    if (name.contains("*")) {
                        assertThat(container.chosen(name)).allMatch(it -> container.gives(name.replace("*", it)));
                    } else {
                        assertThat(container.gives(name)).as(name).isTrue();
                    }
                }));
    }

    /** Every replica has to know what another one has signed. */
    @ParameterizedTest
    @EnumSource
    void visitorsTokensAreSignedWithOneSecret(Overlay overlay) {
        assertThat(Container.of(overlay).filter(it -> it.toString().equals("channel-gateway/service")))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.gives("saumaton.visitor.token-secret")).isTrue());
    }

    /** Before the service, with the same image, once: the service itself leaves the schema alone. */
    @ParameterizedTest
    @EnumSource
    void migrationsRunBeforeTheService(Overlay overlay) {
        assertThat(overlay.of("Deployment")).allSatisfy(deployment -> {
            var containers = deployment.containers();
            assertThat(containers).hasSize(2);
            var before = new Container(overlay, deployment, containers.getFirst());
            var service = new Container(overlay, deployment, containers.getLast());
            assertThat(before.json().path("image")).isEqualTo(service.json().path("image"));
            assertThat(before.variables())
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                    .containsEntry("QUARKUS_INIT_AND_EXIT", "true");
            assertThat(service.properties()).containsEntry("quarkus.flyway.migrate-at-start", "false");
            assertThat(service.variables()).doesNotContainKey("QUARKUS_FLYWAY_MIGRATE_AT_START");
            assertThat(before.variables().get("SAUMATON_DATABASE"))
                    .isEqualTo(service.variables().get("SAUMATON_DATABASE"))
                    .isEqualTo(Services.of(deployment.name()).database());
        });
    }

    @ParameterizedTest
    @EnumSource
    void upstreamsAreTheServices(Overlay overlay) {
        var gateway = Container.of(overlay)
                .filter(it -> it.toString().equals("channel-gateway/service"))
                .findFirst()
                .orElseThrow();
        Function<String, String> upstream = name -> gateway.variables().get("SAUMATON_UPSTREAM_" + name);
        assertThat(upstream.apply("CUSTOMER")).isEqualTo(address("customer-service"));
        assertThat(upstream.apply("ROUTING")).isEqualTo(address("routing-service"));
        assertThat(upstream.apply("ANALYTICS")).isEqualTo(address("analytics-service"));
    }

    private static String address(String service) {
        return "http://" + service + ":" + Services.of(service).port();
    }

    private static KnownSettings known(Container container) {
        return KNOWN.get(container.deployment().name());
    }
}
