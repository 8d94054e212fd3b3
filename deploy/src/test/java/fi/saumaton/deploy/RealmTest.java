/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The realm of a cluster is that of development, without its people and its helpers. */
class RealmTest {
    @ParameterizedTest
    @EnumSource
    void theRealmIsThatOfDevelopmentWithoutItsAccounts(Overlay overlay) throws IOException {
        var realm = (ObjectNode)
                overlay.one("KeycloakRealmImport", "saumaton").at("spec.realm").deepCopy();
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.has("users")).isFalse();

        realm.put("bruteForceProtected", false);
        redirects(realm).removeAll();
        assertThat(realm).isEqualTo(development());
    }

    private static ObjectNode development() throws IOException {
        var realm = (ObjectNode) new ObjectMapper()
                .readTree(Overlay.PROJECT
                        .resolve("dev-stack/src/main/resources/keycloak/saumaton-realm.json")
                        .toFile());
        realm.remove("users");
        var clients = realm.withArray("clients");
        for (int i = clients.size() - 1; i >= 0; i--) {
            if (!clients.get(i).path("clientId").asText().equals("desk")) {
                clients.remove(i);
            }
        }
        redirects(realm).removeAll();
        return realm;
    }

    private static ArrayNode redirects(ObjectNode realm) {
        return ((ObjectNode) realm.withArray("clients").get(0)).withArray("redirectUris");
    }
}
