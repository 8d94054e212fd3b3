/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Accept first, understand later: the doors append raw payloads to the topic {@code ingress} (key: channel and sender's handle) and answer once Kafka
 * has them; the consumer takes them back in batches, lets the channel parse them and stores what they hold. What nobody can parse goes to
 * {@code ingress.dlq.channel-gateway}.
 */
package fi.saumaton.gateway.ingress;
