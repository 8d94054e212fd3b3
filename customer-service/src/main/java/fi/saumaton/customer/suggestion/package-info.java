/**
 * The next best action: rules that managers write decide what is offered to whom; each suggestion says why, is shown once,
 * and its outcome is kept. {@link fi.saumaton.customer.suggestion.ShowingRule} is the good taste.
 */
package fi.saumaton.customer.suggestion;
