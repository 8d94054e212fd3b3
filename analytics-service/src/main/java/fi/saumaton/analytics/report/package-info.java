/**
 * What management reads: the figures of an interval from the facts, the contacts behind them, the same figures counted
 * afresh from the event log, and what each of them means.
 */
package fi.saumaton.analytics.report;
