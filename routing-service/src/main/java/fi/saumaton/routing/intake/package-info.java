/**
 * What routing hears from the others, turned into inputs: work arrives from {@code customer.events}, replies fall due and
 * are given, and conversations end, on {@code conversation.events}. Messages that change nobody's turn, nearly all in
 * ongoing conversations, end here.
 */
package fi.saumaton.routing.intake;
