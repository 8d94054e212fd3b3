/**
 * The customer's matters, over conversations and channels. A contact goes on with an open issue or opens one; a resolved
 * issue that the customer comes back with was no first-contact resolution. Publishes {@code issue.opened},
 * {@code continued}, {@code resolved} and {@code reopened}.
 */
package fi.saumaton.customer.issue;
