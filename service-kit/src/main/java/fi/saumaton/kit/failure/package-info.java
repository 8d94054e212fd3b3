/** What failures mean: whether something is away, somebody was in the way, or the matter itself is at fault. */
package fi.saumaton.kit.failure;
