/** The platform as a whole: the demo that {@code ./dev demo} plays, the story behind it, and the bench. */
package fi.saumaton.system;
