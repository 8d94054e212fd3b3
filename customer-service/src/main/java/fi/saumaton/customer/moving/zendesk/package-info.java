/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** Zendesk: users who are end users, and tickets with their comments. */
package fi.saumaton.customer.moving.zendesk;
