/**
 * Consuming events, exactly once in effect: one Kafka batch is one transaction with the inbox rows in it. What fails for
 * lack of infrastructure waits, what is poison goes to {@code <topic>.dlq.<service>}, the rest of its batch is kept.
 */
package fi.saumaton.kit.inbox;
