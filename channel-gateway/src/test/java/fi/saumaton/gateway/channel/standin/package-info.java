/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** A channel of the tests that can do everything the interface knows, with a protocol of its own. */
package fi.saumaton.gateway.channel.standin;
