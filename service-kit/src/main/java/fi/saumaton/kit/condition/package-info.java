/**
 * Conditions over a situation, written in CEL by those who know the business: compiled once against a vocabulary, with the
 * place of each mistake, and evaluated within limits. Plain code; a service that uses it adds the CEL library (ADR 16).
 */
package fi.saumaton.kit.condition;
