/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.util.LinkedHashMap;
import java.util.Map;

import fi.saumaton.devstack.mail.MailServer;
import fi.saumaton.devstack.postgres.PostgresServer;
import fi.saumaton.devstack.shop.ShopServer;

/** The services' configuration in a development stack: the same names as in a cluster, with this stack's addresses. */
record ServiceSettings(Ports ports, PostgresServer postgres, String kafka, String issuer, ShopServer shop) {
    /** The shared secret of the signed webhook channel that the bench and the tests use. */
    static final String BENCH_WEBHOOK_SECRET = "whsec_c2F1bWF0b24tYmVuY2gtc2VjcmV0LWRldg==";

    /** Signs chat visitors' tokens; fixed, so that a visitor survives a restart of the gateway. */
    private static final String VISITOR_TOKEN_SECRET = "c2F1bWF0b24tZGV2ZWxvcG1lbnQtdmlzaXRvci10b2tlbi1zZWNyZXQ=";

    Map<String, String> of(String service, int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("quarkus.log.console.json.enabled", "false");
        settings.put("saumaton.db.url", postgres.url(database(service)));
        settings.put("saumaton.db.user", PostgresServer.USER);
        settings.put("saumaton.db.password", PostgresServer.PASSWORD);
        settings.put("saumaton.oidc.url", issuer);
        settings.put("kafka.bootstrap.servers", kafka);
        if ("channel-gateway".equals(service)) {
            settings.putAll(gateway());
        }
        return settings;
    }

    /** customer-service has customer, channel-gateway has gateway. */
    static String database(String service) {
        return service.replace("-service", "").replace("channel-", "");
    }

    private Map<String, String> gateway() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("saumaton.upstream.customer", local("customer-service"));
        settings.put("saumaton.upstream.routing", local("routing-service"));
        settings.put("saumaton.upstream.analytics", local("analytics-service"));
        settings.put("saumaton.channel.webchat.shop.token-public-key", shop.publicKey());
        settings.put("saumaton.channel.webchat.shop.token-audience", shop.audience());
        settings.put("saumaton.channel.webchat.shop.origins", shop.url());
        settings.put("saumaton.channel.webhook.bench.secret", BENCH_WEBHOOK_SECRET);
        settings.put("saumaton.visitor.token-secret", VISITOR_TOKEN_SECRET);
        var mail = "saumaton.channel.email.support.";
        settings.put(mail + "address", MailServer.SUPPORT);
        settings.put(mail + "trusted-authserv-id", "mx.saumaton.test");
        for (var protocol : new String[] {"imap", "smtp"}) {
            settings.put(mail + protocol + ".host", "127.0.0.1");
            settings.put(mail + protocol + ".port", Integer.toString(ports.of(protocol)));
            settings.put(mail + protocol + ".user", MailServer.SUPPORT);
            settings.put(mail + protocol + ".password", MailServer.SUPPORT_PASSWORD);
            settings.put(mail + protocol + ".tls", "none");
        }
        return settings;
    }

    private String local(String service) {
        return "http://127.0.0.1:" + ports.of(service);
    }
}
