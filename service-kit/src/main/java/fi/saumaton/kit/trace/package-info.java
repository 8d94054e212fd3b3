/**
 * The thread of a trace through outbox and Kafka: W3C {@code traceparent} strings, kept only for sampled traces, so that
 * an unsampled message costs no span and no header.
 */
package fi.saumaton.kit.trace;
