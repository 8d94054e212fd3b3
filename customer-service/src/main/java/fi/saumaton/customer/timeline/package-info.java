/**
 * Everything that has happened with a customer, newest first: messages of every channel, what issues went through, and
 * what back-office systems push. Publishes {@code customer.touchpoint-recorded}.
 */
package fi.saumaton.customer.timeline;
