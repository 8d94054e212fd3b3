/**
 * What is counted, and how: pure definitions without any framework.
 *
 * <p>Everything here is a function of {@link fi.saumaton.analytics.metric.LoggedEvent}s that gives the same result
 * whatever their order and however often one of them is repeated. The facts that grow with the events and the recount
 * over the stored log both use these functions; {@link fi.saumaton.analytics.metric.Definitions} says in words what they
 * do, and a change of a formula raises its version there.
 */
package fi.saumaton.analytics.metric;
