/**
 * Erases one person: here at once, elsewhere by {@code customer.erased}, which every service answers with what it removed.
 * The answers make the proof. Tombstones keep late events from bringing the person back.
 */
package fi.saumaton.customer.erasure;
