/**
 * The event log: every event of the platform in the service's own database, under pseudonyms and for ever, so that every
 * figure can be made again after the topics have forgotten. Appended by {@code intake}, read by {@code fact} (the events
 * of one conversation or issue) and by the recount of {@code report}.
 */
package fi.saumaton.analytics.eventlog;
