/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An overlay says its two addresses once, and they come everywhere. */
class AddressesTest {
    @ParameterizedTest
    @EnumSource
    void bothAddressesComeEverywhere(Overlay overlay) {
        var addresses = overlay.one("ConfigMap", "addresses").at("data");
        var desk = addresses.path("desk").asText();
        var identity = addresses.path("identity").asText();

        assertThat(overlay.one("Keycloak", "keycloak")
                        .at("spec.hostname.hostname")
                        .asText())
                .isEqualTo("https://" + identity);
        var realm = overlay.one("KeycloakRealmImport", "saumaton")
                .at("spec.realm.clients")
                .get(0);
        assertThat(realm.at("/redirectUris/0").asText()).isEqualTo("https://" + desk + "/*");
        var gateway = Container.of(overlay)
                .filter(it -> it.toString().equals("channel-gateway/service"))
                .findFirst();
        assertThat(gateway.orElseThrow().variables())
                .containsEntry("SAUMATON_DESK_ISSUER", "https://" + identity + "/realms/saumaton")
                .containsEntry("SAUMATON_EDGE_PAGE_ORIGINS", "https://" + identity)
                .containsEntry("SAUMATON_HOOKS_PUBLIC_URL", "https://" + desk);
        overlay.of("HTTPRoute")
                .filter(it -> it.at("spec").has("hostnames"))
                .forEach(it -> assertThat(it.at("spec.hostnames").get(0).asText())
                        .isEqualTo(it.name().equals("desk") ? desk : identity));
        overlay.of("Ingress").forEach(it -> {
            var host = it.name().equals("desk") ? desk : identity;
            assertThat(it.at("spec.rules").get(0).path("host").asText()).isEqualTo(host);
            assertThat(it.at("spec.tls").get(0).path("hosts").get(0).asText()).isEqualTo(host);
        });
        overlay.of("Gateway")
                .forEach(it -> assertThat(Manifest.each(it.at("spec.listeners"))
                                .map(l -> l.path("hostname").asText()))
                        .containsExactly("", desk, identity));
    }

    /** Everything under the public name of the platform is encrypted, and plain requests are sent there. */
    @ParameterizedTest
    @EnumSource
    void browsersComeByTls(Overlay overlay) {
        assertThat(overlay.of("Ingress")).allMatch(it -> it.at("spec.tls").size() == 1);
        assertThat(overlay.of("Gateway"))
                .allSatisfy(it -> assertThat(Manifest.each(it.at("spec.listeners")))
                        .allMatch(l -> l.path("protocol").asText().equals("HTTPS")
                                || l.path("name").asText().equals("http")));
        assertThat(overlay.of("HTTPRoute")
                        .filter(it -> it.at("spec.parentRefs")
                                .get(0)
                                .path("sectionName")
                                .asText()
                                .equals("http")))
                .allSatisfy(it -> assertThat(it.at("spec.rules")
                                .get(0)
                                .at("/filters/0/requestRedirect/scheme")
                                .asText())
                        .isEqualTo("https"));
    }
}
