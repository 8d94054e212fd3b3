/** What the services tell of themselves: the traces that an operator would see. */
package fi.saumaton.system.trace;
