/**
 * Runs the {@link fi.saumaton.routing.engine engine} on the database. Inputs are stored first, by consumers in a
 * transaction of their own, or come from people who wait for the answer, or from timers. Then one transaction at a time,
 * on whichever replica, holds the domain's row, applies what has come, and writes state, decisions, timers and events.
 * A replica that dies in the middle has changed nothing; the next one goes on.
 */
package fi.saumaton.routing.dispatch;
