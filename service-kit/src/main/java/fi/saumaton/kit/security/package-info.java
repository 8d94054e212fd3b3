/** Who calls: people by their roles, partners by their scopes, both checked with the same annotation. */
package fi.saumaton.kit.security;
