/** Measures how well facts are picked up, with the code that serves: {@code ./dev measure facts}. */
package fi.saumaton.customer.fact.measure;
