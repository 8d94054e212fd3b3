/**
 * Native SQL on the session that is open. The hot paths use it: many rows are one statement, given as one JSON
 * parameter.
 */
package fi.saumaton.kit.sql;
