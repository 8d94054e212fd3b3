/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.messenger;

import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import fi.saumaton.gateway.channel.meta.MetaApp;

/** The pages of the installation, by name: {@code shop} is the channel {@code messenger:shop}. */
@ConfigMapping(prefix = "saumaton.channel.messenger")
interface MessengerConfig {
    @WithParentName
    Map<String, Page> pages();

    /** One page. */
    interface Page extends MetaApp {
        /** Meta's id of the page. */
        String pageId();

        /** Meta has allowed the app the tag HUMAN_AGENT: people may answer for seven days. */
        @WithDefault("true")
        boolean humanAgent();
    }
}
