/**
 * Life-cycle stages, paths of touchpoints and the risk to leave. {@link fi.saumaton.customer.journey.StageRule} and
 * {@link fi.saumaton.customer.journey.RiskRule} are pure: sums and conditions that one can read, no learning.
 */
package fi.saumaton.customer.journey;
