/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The systems that may be read, each under a name. Whoever asks for an import names one, and can't name an address. */
@ConfigMapping(prefix = "saumaton.moving")
public interface ConnectionConfig {
    Map<String, Connection> zendesk();

    Map<String, Connection> hubspot();

    Map<String, Connection> salesforce();

    Map<String, Connection> freshdesk();

    /** One account at one system. */
    interface Connection {
        /** Where its API is: {@code https://company.zendesk.com}. Nothing else is ever called. */
        URI url();

        /** Zendesk: the mail address that the token belongs to; without it the secret is an OAuth token. Salesforce: the client id. */
        Optional<String> user();

        /** Token or key; Salesforce: the client secret. In production from a mounted secret. */
        Optional<String> secret();

        /** Requests a minute that we make at most, whatever the system's own limit is. */
        @WithDefault("150")
        int requestsPerMinute();

        /** Of Salesforce's REST API. */
        @WithDefault("60.0")
        String apiVersion();
    }
}
