/**
 * Facts about customers: what they said or did that somebody should not have to ask for again, each with its source,
 * confidence and expiry.
 */
package fi.saumaton.customer.fact;
