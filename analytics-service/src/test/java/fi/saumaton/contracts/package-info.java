/**
 * Holds the files in {@code contracts/} together, with each other and with the code of all services. It stands in this
 * module because this one reads every topic; it reads the other services as files only.
 */
package fi.saumaton.contracts;
