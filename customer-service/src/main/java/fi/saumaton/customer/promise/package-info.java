/** What customers were promised, as routing-service tells it: kept for the profile, the timeline and the situation. */
package fi.saumaton.customer.promise;
