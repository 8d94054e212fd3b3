/** A small service on the kit, for its tests: counters, and a consumer of their events. */
package fi.saumaton.kit.sample;
