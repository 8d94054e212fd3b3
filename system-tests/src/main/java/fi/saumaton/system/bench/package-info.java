/**
 * {@code ./dev bench}: figures of the packaged services beside plain references on the same machine in the same run,
 * since only ratios mean something elsewhere. The load comes from a process of its own.
 */
package fi.saumaton.system.bench;
