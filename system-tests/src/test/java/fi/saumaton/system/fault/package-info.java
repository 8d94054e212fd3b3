/** What must hold when a part of the platform dies in the middle of the traffic. */
package fi.saumaton.system.fault;
