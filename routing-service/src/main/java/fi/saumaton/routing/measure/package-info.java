/** What {@code ./dev measure routing} prints: the engine's speed, and how well it routes on simulated days. */
package fi.saumaton.routing.measure;
