/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * X: direct messages, mentions and replies of one account, by the Account Activity API (version 2 webhooks) or its successor, the X Activity API. Both may
 * run at once: the same post is stored once.
 */
package fi.saumaton.gateway.channel.x;
