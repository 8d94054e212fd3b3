/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every secret that somebody refers to is made by somebody: an operator, or the company's own store. */
class SecretsTest {
    /** Which keys a secret has; a star where that is not ours to know. */
    private static Map<String, Set<String>> made(Overlay overlay) {
        var made = new HashMap<String, Set<String>>();
        overlay.of("ExternalSecret")
                .forEach(it -> made.put(it.at("spec.target.name").asText(), keys(it)));
        overlay.of("Secret").forEach(it -> made.put(it.name(), union(it.at("data"), it.at("stringData"))));
        overlay.of("Certificate")
                .forEach(it -> made.put(it.at("spec.secretName").asText(), Set.of("tls.crt", "tls.key", "ca.crt")));
        overlay.of("Cluster").forEach(it -> {
            made.put(it.name() + "-app", Set.of("username", "password"));
            made.put(it.name() + "-ca", Set.of("ca.crt"));
        });
        overlay.of("Kafka").forEach(it -> made.put(it.name() + "-cluster-ca-cert", Set.of("ca.crt")));
        overlay.of("KafkaUser")
                .forEach(it -> made.put(it.name(), Set.of("user.p12", "user.password", "user.crt", "user.key")));
        overlay.of("Ingress")
                .forEach(it -> it.at("spec.tls")
                        .forEach(tls ->
                                made.putIfAbsent(tls.path("secretName").asText(), Set.of("tls.crt", "tls.key"))));
        overlay.of("Issuer")
                .forEach(it -> made.put(
                        it.at("spec.acme.privateKeySecretRef").path("name").asText(), Set.of("*")));
        return made;
    }

    private static Set<String> keys(Manifest external) {
        var keys = new TreeSet<String>();
        external.at("spec.data").forEach(it -> keys.add(it.path("secretKey").asText()));
        external.at("spec.dataFrom").forEach(it -> keys.add("*"));
        return keys;
    }

    private static Set<String> union(JsonNode... objects) {
        var keys = new TreeSet<String>();
        for (var object : objects) {
            object.fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }

    @ParameterizedTest
    @EnumSource
    void everySecretThatIsReferredToIsMade(Overlay overlay) {
        var made = made(overlay);
        for (var manifest : overlay.manifests()) {
            Manifest.everything(manifest.json()).forEach(node -> {
                check(made, manifest, node.path("secretKeyRef"), "name", "key");
                check(made, manifest, node.path("usernameSecret"), "name", "key");
                check(made, manifest, node.path("passwordSecret"), "name", "key");
                check(made, manifest, node.path("accessKeyId"), "name", "key");
                check(made, manifest, node.path("secretAccessKey"), "name", "key");
                check(made, manifest, node.path("secretRef"), "name", null);
                if (node.path("secret").has("secretName")) {
                    node.at("/secret/items")
                            .forEach(item -> has(
                                    made,
                                    manifest,
                                    node.at("/secret/secretName").asText(),
                                    item.path("key").asText()));
                }
            });
        }
        overlay.of("TriggerAuthentication")
                .forEach(it -> it.at("spec.secretTargetRef").forEach(ref -> check(made, it, ref, "name", "key")));
        overlay.of("Keycloak")
                .forEach(it -> has(made, it, it.at("spec.http.tlsSecret").asText(), "tls.crt"));
        overlay.of("Gateway")
                .forEach(it -> it.at("spec.listeners")
                        .forEach(listener -> listener.at("/tls/certificateRefs")
                                .forEach(ref -> has(made, it, ref.path("name").asText(), "tls.crt"))));
        overlay.of("Issuer")
                .filter(it -> it.at("spec").has("ca"))
                .forEach(it -> has(made, it, it.at("spec.ca.secretName").asText(), "tls.key"));
    }

    private static void check(
            Map<String, Set<String>> made, Manifest from, JsonNode reference, String name, String key) {
        if (reference.isObject()) {
            has(
                    made,
                    from,
                    reference.path(name).asText(),
                    key == null ? null : reference.path(key).asText());
        }
    }

    private static void has(Map<String, Set<String>> made, Manifest from, String name, String key) {
        assertThat(made).as("%s needs the secret %s", from, name).containsKey(name);
        if (key != null) {
            assertThat(made.get(name)).as("%s, secret %s", from, name).containsAnyOf(key, "*");
        }
    }

    /** Outside of one machine no manifest holds a secret itself; the one word that switches TLS on is none. */
    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void noManifestHoldsASecret(Overlay overlay) {
        assertThat(overlay.of("Secret")).map(Manifest::name).containsExactly("keda-kafka");
        var store = overlay.of("SecretStore").map(Manifest::name).toList();
        assertThat(overlay.of("ExternalSecret"))
                .isNotEmpty()
                .allMatch(it -> store.contains(it.at("spec.secretStoreRef.name").asText()));
    }

    @ParameterizedTest
    @EnumSource
    void everyIssuerThatIsReferredToExists(Overlay overlay) {
        assertThat(overlay.of("Certificate"))
                .isNotEmpty()
                .allSatisfy(it -> overlay.one(
                        it.at("spec.issuerRef.kind").asText(),
                        it.at("spec.issuerRef.name").asText()));
        assertThat(overlay.of("Ingress"))
                .allSatisfy(it -> overlay.one(
                        "Issuer",
                        it.at("metadata.annotations")
                                .path("cert-manager.io/issuer")
                                .asText()));
    }
}
