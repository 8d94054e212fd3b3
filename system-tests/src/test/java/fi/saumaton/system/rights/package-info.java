/** The rights of customers, over all services at once. */
package fi.saumaton.system.rights;
