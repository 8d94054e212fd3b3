/**
 * Events as they travel: CloudEvents 1.0 in Kafka's binary mode, JSON data, the type in {@code ce_type}. Each service
 * has records of its own for the data; here is only the envelope.
 */
package fi.saumaton.kit.event;
