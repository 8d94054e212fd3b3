/**
 * Customers who were erased: removes their conversations with everything in them, answers {@code customer.erased} with what
 * was removed, and knows what still comes of them.
 */
package fi.saumaton.gateway.erasure;
