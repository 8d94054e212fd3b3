/**
 * Facts: what the events amount to, one row per contact, offer, issue and resolution, for reports and for BI tools. A fact
 * is a pure function ({@code metric}) of all logged events of its conversation or issue and is made anew whenever one of
 * them comes in, so that late, repeated and reordered events end in the same rows.
 */
package fi.saumaton.analytics.fact;
