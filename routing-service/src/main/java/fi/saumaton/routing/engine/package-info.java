/**
 * The routing engine: {@code (state, input) → (state, decisions)}. Pure Java: no I/O, no framework, no clock, no
 * randomness; time and the seed of new ids come with each input, so the same log gives the same decisions wherever it is
 * run (service, replay, simulation, test). {@link fi.saumaton.routing.engine.Engine} is the door.
 */
package fi.saumaton.routing.engine;
