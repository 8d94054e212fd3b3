/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.net.URI;
import java.util.List;

import io.smallrye.config.WithDefault;

/** An account at Twilio, as channels name it in their settings. */
public interface TwilioAccount {
    /** The account's id, {@code AC…}. */
    String accountSid();

    /** Its auth tokens: one, or the new and the old while they are rotated. The first signs our own requests. */
    List<String> authTokens();

    /** Where the REST API is. */
    @WithDefault("https://api.twilio.com")
    URI baseUrl();
}
