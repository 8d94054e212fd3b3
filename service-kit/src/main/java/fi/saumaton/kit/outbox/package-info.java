/**
 * The transactional outbox: an event is a row written with the change it tells of, and a relay brings the rows to Kafka.
 *
 * <p><strong>Order.</strong> Events of one aggregate reach Kafka in the order of their {@code seq}. The database assigns
 * {@code seq} when a row is inserted, not when it is committed, so of two concurrent transactions the one with the
 * smaller number may become visible last, and a relay may have gone past it. Within one aggregate that can't happen: a
 * transaction appends after its changes are flushed, so it holds the lock of the aggregate's row, and the next one gets
 * its number only after this one has committed. Who appends an event without changing (or locking) its aggregate gives
 * up the order of that event. Between aggregates there is no order.
 *
 * <p><strong>Delivery</strong> is at least once: a crash between Kafka's acknowledgement and the commit that removes the
 * rows sends them again; consumers drop what their inbox knows. Whatever is sent twice is sent again from the oldest row
 * on, so the first appearances stay in order.
 */
package fi.saumaton.kit.outbox;
