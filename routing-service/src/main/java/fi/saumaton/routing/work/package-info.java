/** The work itself: what waits, is offered and is assigned, and its way to another queue. */
package fi.saumaton.routing.work;
