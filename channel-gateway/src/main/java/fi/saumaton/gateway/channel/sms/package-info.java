/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Text messages by Twilio: {@code sms:<name>}, and WhatsApp by Twilio where a channel says so. Texts, pictures, status reports and opt-outs come in as
 * signed forms, answers go out as requests to Twilio's REST API.
 */
package fi.saumaton.gateway.channel.sms;
