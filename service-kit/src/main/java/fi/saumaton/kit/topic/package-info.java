/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Whether Kafka is as a service needs it: lets it in, and has its topics with all their partitions. Until then the service
 * says what is wrong and is not ready. That Kafka is away is no fault: everything waits for it elsewhere.
 */
package fi.saumaton.kit.topic;
