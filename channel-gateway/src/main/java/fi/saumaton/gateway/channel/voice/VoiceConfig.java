/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import fi.saumaton.gateway.channel.twilio.TwilioAccount;

/** The telephone numbers of the installation, by name: {@code main} is the channel {@code voice:main}. */
@ConfigMapping(prefix = "saumaton.channel.voice")
interface VoiceConfig {
    @WithParentName
    Map<String, Line> lines();

    /** One telephone number. It needs {@code saumaton.hooks.public-url}: Twilio asks there what to do next. */
    interface Line extends TwilioAccount {
        /** The number, E.164; who is called sees it. */
        String number();

        /** What callers hear is in this language: {@code fi}, {@code sv} or {@code en}. */
        @WithDefault("fi")
        String language();

        /** Said first, instead of the general greeting. */
        Optional<String> greeting();

        /** A sound file played in the queue; without it there is silence between the words. */
        Optional<URI> music();

        /** The pause between two announcements where there is no music. */
        @WithDefault("PT20S")
        Duration pause();

        /** Waiting callers may press 1 to be called back. */
        @WithDefault("true")
        boolean callBack();

        /** Callers are asked whether the call may be recorded. Without their yes nothing is. */
        @WithDefault("false")
        boolean recording();

        /** How long an agent's telephone rings before the caller goes back to their place in the queue. */
        @WithDefault("PT20S")
        Duration ring();
    }
}
