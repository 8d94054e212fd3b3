/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import fi.saumaton.kit.event.IncomingEvent;

/** An event with the record it came in, which the dead letters keep as it was. */
record Received(ConsumerRecord<String, byte[]> record, IncomingEvent event) {}
