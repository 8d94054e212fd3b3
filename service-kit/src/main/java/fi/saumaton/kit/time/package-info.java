/** The one source of time: an injected {@link java.time.Clock}, UTC, microseconds like PostgreSQL's. */
package fi.saumaton.kit.time;
