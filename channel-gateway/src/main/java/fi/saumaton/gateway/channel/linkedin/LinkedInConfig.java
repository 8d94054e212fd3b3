/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.net.URI;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The organisation pages of the installation, by name: {@code company} is the channel {@code linkedin:company}. */
@ConfigMapping(prefix = "saumaton.channel.linkedin")
interface LinkedInConfig {
    @WithParentName
    Map<String, Page> pages();

    /** One organisation's page. */
    interface Page {
        /** {@code urn:li:organization:…}: who answers. */
        String organization();

        /** The app's client secret: hooks are signed with it. */
        String clientSecret();

        /** An access token of a member who administers the page, with {@code w_organization_social_feed}; lives 60 days. */
        String accessToken();

        /** The version of the API, YYYYMM. LinkedIn keeps each for about a year. */
        @WithDefault("202610")
        String version();

        @WithDefault("https://api.linkedin.com")
        URI baseUrl();
    }
}
