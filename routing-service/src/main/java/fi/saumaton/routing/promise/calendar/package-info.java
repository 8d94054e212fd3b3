/** When a company works: its time zone, weekly hours and closed days. Pure. */
package fi.saumaton.routing.promise.calendar;
