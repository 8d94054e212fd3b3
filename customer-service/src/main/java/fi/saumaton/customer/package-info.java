/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Who the customer is, and what has happened with them: one customer, one history, whatever the channel.
 *
 * <p>Owns the topic {@code customer.events}; listens to {@code conversation.events} and {@code routing.events}.
 * Features and what they may know of each other: identity ← timeline ← issue ← contact ← profile.
 */
package fi.saumaton.customer;
