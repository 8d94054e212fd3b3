/** The right to know: brings together what all services have of one person, as JSON or as a page to read. */
package fi.saumaton.gateway.export;
