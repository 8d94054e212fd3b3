/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Whose conversation it is, as customer-service knows: consumes {@code customer.events}, keeps a summary of customer and issue with each conversation, and
 * tells the desks concerned. Nothing of it ever reaches a customer.
 */
package fi.saumaton.gateway.customer;
