/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The accounts of the installation, by name: {@code support} is the channel {@code x:support}. */
@ConfigMapping(prefix = "saumaton.channel.x")
interface XConfig {
    @WithParentName
    Map<String, Account> accounts();

    /** One account of the company's, and the app that acts for it. */
    interface Account {
        /** The account's numeric id. */
        String userId();

        /** The app's consumer (API) key. */
        String consumerKey();

        /** The app's consumer (API) secret: hooks are signed with it. */
        String consumerSecret();

        /**
         * The account's access token. With {@link #tokenSecret()} it is one of OAuth 1.0a, which does not expire; without, an OAuth 2 bearer
         * token, which somebody has to renew.
         */
        String accessToken();

        /** The secret of an OAuth 1.0a token. */
        Optional<String> tokenSecret();

        @WithDefault("https://api.x.com")
        URI baseUrl();

        /** The longest post, as X counts (see {@link PostLength}); subscribers of X Premium may write more than 280. */
        @WithDefault("280")
        int longestPost();

        /** Messages in 15 minutes, as many of them at once: what X allows for direct messages. */
        @WithDefault("15")
        int messagesPerQuarter();
    }
}
