/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * WhatsApp by Meta's Cloud API. Customers are known by the id that WhatsApp gives them for this business, by their number, or by both; see
 * docs/channel-whatsapp.md.
 */
package fi.saumaton.gateway.channel.whatsapp;
