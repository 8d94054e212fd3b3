/** The lines of work and their settings. */
package fi.saumaton.routing.queue;
