/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Telephone calls by Twilio: {@code voice:<name>}. A call is a conversation of its own. What the caller hears is answered from the address that Twilio calls
 * (each step has its own, and the signature covers it) and needs no database; what a call has come to stands in the table {@code voice_call}, from which
 * callers are connected and agents are rung.
 */
package fi.saumaton.gateway.channel.voice;
