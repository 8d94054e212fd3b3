/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * A telephone exchange of the company's own: {@code cti:<name>}. It connects callers itself, and tells what happens; agents see at once who calls, the
 * customer's history has the call, and a missed one is work. Calls to customers are asked of it with a signed webhook.
 */
package fi.saumaton.gateway.channel.cti;
