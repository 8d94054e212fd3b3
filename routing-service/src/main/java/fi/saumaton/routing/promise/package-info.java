/**
 * Promises to customers: each with a window, an owner and evidence when kept. Pure are the aggregate {@link
 * fi.saumaton.routing.promise.Promise}, its {@link fi.saumaton.routing.promise.Transitions}, its deadlines and what counts
 * as evidence; they know no framework. The rest keeps them in a table, lets time pass by the database's clock and tells
 * {@code routing.events} of what happened. See docs/promises.md.
 */
package fi.saumaton.routing.promise;
