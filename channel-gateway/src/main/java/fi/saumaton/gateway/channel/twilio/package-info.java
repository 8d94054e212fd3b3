/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * What the channels over Twilio have in common: forms and their signature, error classes, TwiML, and the calls to its REST API. It knows no conversation.
 */
package fi.saumaton.gateway.channel.twilio;
