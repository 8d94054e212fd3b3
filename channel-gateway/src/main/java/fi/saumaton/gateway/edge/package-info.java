/**
 * The gateway's outer side: what belongs to another service is passed on by one table of prefixes ({@code Upstreams}), callers are known and
 * limited before that ({@code Gate}), and every answer carries the headers that keep browsers safe ({@code SecurityHeaders}).
 *
 * <p>Nothing here knows what passes through: no copied records, no business rule. Each service checks the token again itself.
 */
package fi.saumaton.gateway.edge;
