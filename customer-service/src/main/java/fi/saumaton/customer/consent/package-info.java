/** What a customer has agreed to, purpose by purpose, with every word said about it. */
package fi.saumaton.customer.consent;
