/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Customers who may be one person, found as details change, for somebody to confirm or reject. Claims link nothing: a
 * candidate is only shown. The rules are those of {@link fi.saumaton.customer.matching}.
 */
package fi.saumaton.customer.candidate;
