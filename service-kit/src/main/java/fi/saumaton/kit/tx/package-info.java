/**
 * Transactions on Hibernate Reactive's session, kept in the Vert.x duplicated context: one write is one transaction,
 * taken again from the start when the database asks for it, and what must wait for the commit waits.
 */
package fi.saumaton.kit.tx;
