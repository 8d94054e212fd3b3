/** Reservations: an agent takes what is offered, or leaves it to the next. */
package fi.saumaton.routing.offer;
