/** How long this service keeps what would grow without end. Queues and agents stay. */
package fi.saumaton.routing.retention;
