/** Who looked at which customer, and what for: written beside every reading, for an auditor to search. */
package fi.saumaton.customer.audit;
