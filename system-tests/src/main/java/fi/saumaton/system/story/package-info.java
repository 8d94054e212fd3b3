/**
 * The demo story as small readable classes. They go through the public doors only (REST, WebSocket, mail, the shop's
 * page), so that what plays the story proves what a frontend, a partner or a customer can do. Tests, {@code ./dev
 * demo} and screenshots share them.
 */
package fi.saumaton.system.story;
