/** Customers who were erased: ends the work for them, removes what is remembered of it, and answers with what that was. */
package fi.saumaton.routing.erasure;
