/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Telegram: a bot's updates come to a hook of ours, guarded by a secret in a header; answers go out by the Bot API. The bot's token is part of every URL, so
 * no URL of Telegram's is ever logged.
 */
package fi.saumaton.gateway.channel.telegram;
