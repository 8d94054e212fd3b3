/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of conversations. */
@ConfigMapping(prefix = "saumaton.conversation")
interface ConversationConfig {
    /** How long after its closing a customer's message reopens a conversation; a later one opens another. */
    @WithDefault("P7D")
    Duration reopenWithin();
}
