/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** The webhook channels of the installation, by name: {@code bench} is the channel {@code webhook:bench}. */
@ConfigMapping(prefix = "saumaton.channel.webhook")
interface WebhookConfig {
    @WithParentName
    Map<String, Hook> hooks();

    /** One webhook channel. */
    interface Hook {
        /** What both sides sign with: base64, with or without the prefix {@code whsec_}. */
        String secret();

        /** Where answers go, as signed POSTs; without it the channel takes no answers. */
        Optional<URI> url();
    }
}
