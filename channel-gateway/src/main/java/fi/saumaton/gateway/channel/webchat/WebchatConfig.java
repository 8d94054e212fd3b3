/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The web chats of the installation, by name: {@code shop} is the channel {@code webchat:shop}. */
@ConfigMapping(prefix = "saumaton.channel.webchat")
interface WebchatConfig {
    @WithParentName
    Map<String, Chat> chats();

    /** One web chat. */
    interface Chat {
        /** The key with which the shop signs who is logged in: base64 of its X.509 form, Ed25519 or RSA. Without it nobody can prove anything here. */
        Optional<String> tokenPublicKey();

        /** What the shop's tokens must name as their audience; the channel's name when absent. */
        Optional<String> tokenAudience();

        /** Web pages that may embed the widget, such as {@code https://shop.example}; the gateway's own pages always may. */
        Optional<Set<String>> origins();

        /** The longest text of a message, in characters. */
        @WithDefault("8000")
        int maxTextLength();
    }
}
