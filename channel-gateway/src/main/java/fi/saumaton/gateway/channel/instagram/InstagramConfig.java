/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.instagram;

import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import fi.saumaton.gateway.channel.meta.MetaApp;

/** The Instagram accounts of the installation, by name: {@code shop} is the channel {@code instagram:shop}. */
@ConfigMapping(prefix = "saumaton.channel.instagram")
interface InstagramConfig {
    @WithParentName
    Map<String, Account> accounts();

    /** One professional account. */
    interface Account extends MetaApp {
        /** Meta's id of the account, as its hooks name it. */
        String accountId();

        /** Meta's id of the page that the account is linked with, which it sends through. */
        String pageId();

        /** Meta has allowed the app the tag HUMAN_AGENT: people may answer for seven days. */
        @WithDefault("true")
        boolean humanAgent();
    }
}
