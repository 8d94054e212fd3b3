/**
 * The routing service: brings work that needs a responder to somebody who can do it, and can say why. Owner of the topic
 * {@code routing.events}; reads {@code conversation.events} and {@code customer.events}.
 */
package fi.saumaton.routing;
