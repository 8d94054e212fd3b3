/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

import fi.saumaton.gateway.channel.twilio.TwilioAccount;

/** The numbers of the installation, by name: {@code main} is the channel {@code sms:main}. */
@ConfigMapping(prefix = "saumaton.channel.sms")
interface SmsConfig {
    @WithParentName
    Map<String, Line> lines();

    /** One number. Exactly one of {@code number} and {@code messagingService} is needed. */
    interface Line extends TwilioAccount {
        /** The number messages go out from, E.164. */
        Optional<String> number();

        /** Or Twilio's service that chooses one, {@code MG…}. */
        Optional<String> messagingService();

        /** WhatsApp by Twilio: addresses are written {@code whatsapp:+358…}, and free text may go out for a day after the customer's last message. */
        @WithDefault("false")
        boolean whatsapp();

        /** How long operators try; late is worth nothing in a conversation. At most four hours. */
        @WithDefault("PT4H")
        Duration validity();

        /** Messages per second that the number may send. */
        @WithDefault("1")
        double perSecond();

        /** Words that mean: no more messages. The English ones, which Twilio knows too, always do. */
        @WithDefault("LOPETA,STOPP,SLUTA")
        Set<String> stopWords();
    }
}
