/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** HubSpot: contacts, and tickets with the mails and notes that are associated with them. */
package fi.saumaton.customer.moving.hubspot;
