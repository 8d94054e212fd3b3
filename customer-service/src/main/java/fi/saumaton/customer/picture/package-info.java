/** A customer as the company's rules see them: one picture at one moment, and the words in which conditions speak of it. */
package fi.saumaton.customer.picture;
