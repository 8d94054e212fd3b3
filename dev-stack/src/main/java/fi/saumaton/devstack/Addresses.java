/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.time.Duration;

/** What a person needs to know once everything is up. */
record Addresses(Platform platform, boolean keep) {
    String text(Duration took) {
        var gateway = platform.url("channel-gateway");
        return """

                Saumaton is up after {took} s.

                  Desk          {gateway}/desk/
                                sign in as jenni or sami (agents), supervisor, manager, admin, colleague, auditor; the password is the name
                  Demo shop     {shop}/ with the chat widget; {shop}/?as=mikko: Mikko, logged in
                  Mail          SMTP localhost:{smtp}, IMAP localhost:{imap}; mailboxes live until the stop
                                support@saumaton.test / support, mikko@example.test / mikko
                  API           {gateway}/q/openapi; customer-service {customer}, routing-service {routing},
                                analytics-service {analytics} (each with /q/openapi, /q/health, /q/metrics)
                  Keycloak      {keycloak}/admin/ admin / admin
                  PostgreSQL    localhost:{postgresql} postgres / postgres: customer, routing, gateway, analytics
                  Kafka         {kafka}

                Ctrl-C stops {what}. In another terminal: ./dev demo | status | logs [part] | stop
                """.replace("{took}", Long.toString(took.toSeconds()))
                .replace("{gateway}", gateway)
                .replace("{shop}", platform.url("shop"))
                .replace("{smtp}", Integer.toString(platform.port("smtp")))
                .replace("{imap}", Integer.toString(platform.port("imap")))
                .replace("{customer}", platform.url("customer-service"))
                .replace("{routing}", platform.url("routing-service"))
                .replace("{analytics}", platform.url("analytics-service"))
                .replace("{keycloak}", platform.url("keycloak"))
                .replace("{postgresql}", Integer.toString(platform.port("postgresql")))
                .replace("{kafka}", platform.kafka())
                .replace("{what}", keep ? "the services; the infrastructure stays up" : "everything");
    }
}
