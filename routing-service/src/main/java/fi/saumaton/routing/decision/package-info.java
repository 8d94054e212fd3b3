/** Why work went where it went: the terms as they were, the score computed from them again, and a sentence. */
package fi.saumaton.routing.decision;
