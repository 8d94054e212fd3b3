/**
 * Reads texts: which order, which address, which day, in Finnish, Swedish and English. Plain code on values that knows no
 * framework and no database. What words mean is data: {@code facts/words.yaml} for the languages, {@code
 * facts/company.yaml} for a company. A {@link fi.saumaton.customer.fact.text.FactReader} is made once and may be used by
 * many threads.
 */
package fi.saumaton.customer.fact.text;
