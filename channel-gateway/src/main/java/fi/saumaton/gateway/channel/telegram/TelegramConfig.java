/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.net.URI;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The bots of the installation, by name: {@code shop} is the channel {@code telegram:shop}. */
@ConfigMapping(prefix = "saumaton.channel.telegram")
interface TelegramConfig {
    @WithParentName
    Map<String, Bot> bots();

    /** One bot. */
    interface Bot {
        /** What BotFather gave: {@code 123456:ABC…}. */
        String token();

        /** The {@code secret_token} that was given to setWebhook: 1 to 256 of A–Z, a–z, 0–9, _ and -. */
        String hookSecret();

        /** Where the Bot API is: Telegram's, or a server of one's own. */
        @WithDefault("https://api.telegram.org")
        URI baseUrl();

        /** Messages a second over all chats; Telegram allows about 30, more to those who pay. */
        @WithDefault("30")
        int messagesPerSecond();
    }
}
