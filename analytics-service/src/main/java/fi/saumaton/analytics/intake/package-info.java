/**
 * Takes in the events of the platform: {@code conversation.events}, {@code customer.events} and {@code routing.events},
 * in batches, each batch exactly once in one transaction. What is not needed for counting, above all names, addresses and
 * texts, ends here: {@link fi.saumaton.analytics.metric.LoggedEvent} has no place for it.
 */
package fi.saumaton.analytics.intake;
