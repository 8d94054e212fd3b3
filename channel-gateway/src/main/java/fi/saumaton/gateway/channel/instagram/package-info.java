/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** Messages of Instagram accounts: their configuration. What it does is shared with Messenger, in {@code channel.meta}; see docs/channel-messenger-instagram.md. */
package fi.saumaton.gateway.channel.instagram;
