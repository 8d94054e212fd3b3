/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import fi.saumaton.gateway.channel.meta.MetaApp;

/** The WhatsApp numbers of the installation, by name: {@code service} is the channel {@code whatsapp:service}. */
@ConfigMapping(prefix = "saumaton.channel.whatsapp")
interface WhatsAppConfig {
    @WithParentName
    Map<String, Number> numbers();

    /** One number. */
    interface Number extends MetaApp {
        /** Meta's id of the number (not the number itself). */
        String phoneNumberId();

        /** Messages a second that the number may send: 80, after Meta has raised it 1,000, beside the app on a phone 20. */
        @WithDefault("80")
        int perSecond();

        /** Between two messages to the same customer, for longer than a short while. */
        @WithDefault("PT6S")
        Duration pairGap();

        /** What customers touch to open a list of choices; 20 characters at most. */
        @WithDefault("Choose")
        String listButton();
    }
}
