/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.net.URI;

import io.smallrye.config.WithDefault;

/** What every channel of Meta's is configured with. In production secrets come from a mounted secret, never from a file in the image. */
public interface MetaApp {
    /** Secret of the app, by which Meta signs what it sends. */
    String appSecret();

    /** What the hook's handshake has to name; any text, entered in Meta's page for the hook, too. */
    String verifyToken();

    /** Token that answers go out with: of a system user, so that it does not expire. */
    String accessToken();

    /** Where the Graph API is. */
    @WithDefault("https://graph.facebook.com")
    URI baseUrl();

    /** Version of the Graph API. */
    @WithDefault("v26.0")
    String version();
}
