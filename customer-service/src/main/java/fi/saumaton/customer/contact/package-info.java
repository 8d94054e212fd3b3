/**
 * A contact is a conversation as seen from here: with whom, about what, how sure. Follows {@code conversation.events} and
 * {@code routing.events}, brings conversations to their customers and issues, writes what is said to the timeline, and
 * publishes {@code customer.identified} with the situation that travels with a contact.
 */
package fi.saumaton.customer.contact;
