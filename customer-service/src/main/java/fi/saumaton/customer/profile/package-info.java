/** The customer at one glance: who, what is open, what was bought, what has happened, in one answer. Only reads. */
package fi.saumaton.customer.profile;
