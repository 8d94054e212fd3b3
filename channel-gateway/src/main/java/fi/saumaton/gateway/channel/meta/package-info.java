/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * What Meta's channels have in common: the handshake and the signature of their hooks, the Graph API that answers go out through, its errors, and the
 * messages of Messenger and Instagram, which differ in little.
 */
package fi.saumaton.gateway.channel.meta;
