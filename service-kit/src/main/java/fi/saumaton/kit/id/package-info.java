/** Identities: UUIDv7 for machines, short references with a check character for people. */
package fi.saumaton.kit.id;
