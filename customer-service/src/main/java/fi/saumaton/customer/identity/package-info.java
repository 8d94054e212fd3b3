/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Customers as clusters of handles held together by links, each link with its evidence. Proof links by itself, claims
 * link nothing. Joining two clusters moves no row: one redirects to the other, and the link says why.
 *
 * <p>Publishes {@code customer.created} and {@code customer.linked}.
 */
package fi.saumaton.customer.identity;
