/** The kinds of entries that everybody has: what their data must look like, and what they are called. No I/O. */
package fi.saumaton.customer.timeline.kind;
