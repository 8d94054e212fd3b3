/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** Freshdesk: contacts, and tickets with their conversations. */
package fi.saumaton.customer.moving.freshdesk;
