/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** A single Kafka broker (KRaft) in a JVM and on a class path of its own, with the topics of {@code contracts/topics.yaml}. */
package fi.saumaton.devstack.kafka;
