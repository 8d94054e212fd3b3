/** Kinds of entries that a company has of its own: registered by an administrator, checked by a JSON Schema. */
package fi.saumaton.customer.timeline.type;
