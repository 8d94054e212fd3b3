/** Customers who were erased: the figures stay, parted from the person for good. */
package fi.saumaton.analytics.erasure;
