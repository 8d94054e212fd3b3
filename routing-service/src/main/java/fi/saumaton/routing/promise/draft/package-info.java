/**
 * Promises in what is being written: sentences in Finnish, Swedish and English that bind the writer to something at a
 * time. Words and grammar by rules, no model; pure. How well is measured on a test set of our own, see docs/promises.md.
 */
package fi.saumaton.routing.promise.draft;
