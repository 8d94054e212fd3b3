/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fi.saumaton.devstack.kafka.KafkaServer;
import fi.saumaton.devstack.keycloak.KeycloakServer;
import fi.saumaton.devstack.mail.MailServer;
import fi.saumaton.devstack.postgres.PostgresServer;
import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.Lists;
import fi.saumaton.devstack.process.Part;
import fi.saumaton.devstack.service.ServiceServer;
import fi.saumaton.devstack.shop.ShopServer;

/** The parts of one platform, told of each other's addresses. */
final class PlatformParts {
    static final List<String> INFRASTRUCTURE = List.of("postgresql", "kafka", "keycloak", "mail");
    static final List<String> SERVICES =
            List.of("customer-service", "routing-service", "channel-gateway", "analytics-service");
    static final List<String> ALL = Lists.concat(Lists.concat(INFRASTRUCTURE, List.of("shop")), SERVICES);

    private static final String REALM = "saumaton";

    private final Home home;
    private final PlatformOptions options;
    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final KeycloakServer keycloak;
    private final MailServer mail;
    private final ShopServer shop;

    PlatformParts(Home home, PlatformOptions options) {
        this.home = home;
        this.options = options;
        var ports = options.ports();
        var gateway = "http://localhost:" + ports.of("channel-gateway");
        postgres = new PostgresServer(home, ports.of("postgresql"), options.fsync());
        kafka = new KafkaServer(home, ports.of("kafka"), ports.of("kafka-controller"), options.caching());
        keycloak = new KeycloakServer(
                home, postgres, ports.of("keycloak"), ports.of("keycloak-management"), gateway, options.caching());
        mail = new MailServer(home, ports.of("smtp"), ports.of("imap"));
        shop = new ShopServer(home, ports.of("shop"), gateway);
    }

    /** Those that were asked for, in the order of their start. */
    List<Part> all() {
        var all = new ArrayList<Part>(List.of(postgres, kafka, keycloak, mail, shop));
        SERVICES.forEach(
                service -> all.add(service(service, service, options.ports().of(service), Map.of())));
        all.removeIf(part -> !options.parts().contains(part.name()));
        return all;
    }

    ServiceServer service(String name, String service, int port, Map<String, String> own) {
        var settings = new HashMap<>(
                new ServiceSettings(options.ports(), postgres, kafka.address(), issuer(), shop).of(service, port));
        settings.putAll(options.settings().getOrDefault(service, Map.of()));
        settings.putAll(own);
        return new ServiceServer(home, name, service, port, settings, options.production(), options.caching());
    }

    String issuer() {
        return keycloak.url() + "/realms/" + REALM;
    }

    PostgresServer postgres() {
        return postgres;
    }

    KafkaServer kafka() {
        return kafka;
    }
}
