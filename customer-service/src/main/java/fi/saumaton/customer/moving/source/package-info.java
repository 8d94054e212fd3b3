/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** What all systems that people move in from have in common: pages of contacts and tickets, connections, troubles. */
package fi.saumaton.customer.moving.source;
