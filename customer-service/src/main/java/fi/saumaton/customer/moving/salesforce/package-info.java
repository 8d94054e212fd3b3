/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** Salesforce: contacts, and cases with their mails and comments, by SOQL. */
package fi.saumaton.customer.moving.salesforce;
