/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * What is known of people besides their handles: names, birthday, address. Each piece has the source it came from, and
 * goes with it.
 */
package fi.saumaton.customer.person;
