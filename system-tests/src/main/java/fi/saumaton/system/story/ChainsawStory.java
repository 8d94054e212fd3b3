/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Mikko, Jenni, Sami and the chainsaw: one customer, two channels, one history. Each method is one scene and answers
 * what came of it; the story test asserts on that, the demo plays it so that the pages are not empty.
 */
public final class ChainsawStory {

    public static final String SUPPORT = "support@saumaton.test";
    public static final String PRODUCT = "Chainsaw Karhu 45";
    public static final String QUESTION = "Does the saw need special oil for the chain?";
    public static final String ANSWER = "It does: use bio chain oil, one litre lasts for about ten hours of work.";

    private static final Duration MAIL_PATIENCE = Duration.ofSeconds(60);

    private final Doors doors;
    private final Person mikko;
    private final Shop shop;
    private final Mailbox mailbox;
    private final String orderNumber;
    private final Instant bought = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    public ChainsawStory(Doors doors) {
        this.doors = doors;
        this.mikko = Person.mikko();
        this.shop = new Shop(doors);
        this.mailbox = new Mailbox(doors, mikko.email());
        this.orderNumber = "SO-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * Scene 1: the shop's back office reports the purchase, and that Mikko agreed to be made suggestions. Answers
     * {@code {touchpointId, customerId}}.
     */
    public JsonNode purchase() {
        var reported = shop.reportPurchase(orderNumber, PRODUCT, mikko, bought);
        shop.recordConsentToSuggestions(reported.path("customerId").asText());
        return reported;
    }

    /**
     * What came of the mail.
     *
     * @param offer as it came to the desk
     * @param assigned the conversation and its messages, as they came to the desk on acceptance
     * @param messageId the question's Message-ID
     * @param reply the answer as it lies in Mikko's mailbox
     */
    public record MailScene(JsonNode offer, JsonNode assigned, String messageId, Mailbox.Received reply) {
        public String conversationId() {
            return offer.path("conversationId").asText();
        }
    }

    /** Scene 2: Mikko asks by mail, Jenni answers. */
    public MailScene mail(Agent jenni) {
        var subject = "Oil for the saw " + orderNumber;
        var messageId = mailbox.sendProven(SUPPORT, subject, QUESTION);
        var offer = jenni.awaitOfferAbout(subject);
        var assigned = jenni.accept(offer);
        jenni.reply(offer.path("conversationId").asText(), ANSWER);
        return new MailScene(offer, assigned, messageId, mailbox.awaitReplyTo(messageId, MAIL_PATIENCE));
    }

    /** Scene 2, the other way: the same question without the receiving server's stamp. Answers the offer. */
    public JsonNode unprovenMail(Agent jenni) {
        var subject = "Oil, once more " + orderNumber;
        mailbox.sendUnproven(SUPPORT, subject, QUESTION);
        return jenni.awaitOfferAbout(subject);
    }

    /**
     * What came of the chat.
     *
     * @param offer as it came to the desk
     * @param assigned the conversation and its messages
     * @param glance the customer as Sami sees him at that moment
     * @param resolved the issue after Sami has resolved it
     */
    public record ChatScene(JsonNode offer, JsonNode assigned, JsonNode glance, JsonNode resolved) {
        public JsonNode conversation() {
            return assigned.path("conversation");
        }
    }

    /** Scene 3: logged in at the shop, Mikko opens the chat; Sami, who has never met him, carries on and resolves. */
    public ChatScene chat(Agent sami) {
        try (var visitor = Visitor.loggedIn(doors, shop.widgetTokenOf(mikko))) {
            visitor.say("Hello, is one litre enough for the winter?");
            var conversationId = visitor.awaitStored("one litre enough");
            var offer = sami.awaitOffer(conversationId);
            var assigned = sami.accept(offer);
            var conversation = sami.conversation(conversationId);
            var glance =
                    sami.glance(conversation.path("customer").path("customerId").asText());
            sami.reply(
                    conversationId, "Hello Mikko! For a winter of firewood take two litres; Jenni meant the bio oil.");
            visitor.awaitAnswer("take two litres");
            visitor.say("Two it is, thank you!");
            sami.live()
                    .await(
                            "message.received",
                            event -> event.path("message").path("text").asText().startsWith("Two it is"));
            var issueId = conversation.path("issue").path("issueId").asText();
            var resolved = sami.resolve(issueId, "Bio chain oil, two litres for the winter");
            sami.close(conversationId);
            return new ChatScene(offer, assigned, glance, resolved);
        }
    }

    /** Scene 4: somebody types Mikko's address into the chat. The caller closes the visitor. */
    public Visitor anonymousWithMikkosAddress() {
        var visitor = Visitor.anonymous(doors);
        visitor.claimEmail(mikko.email());
        visitor.say("What have I bought from you? My address is " + mikko.email());
        return visitor;
    }

    /** After the story: another question that nobody has taken yet. */
    public void leaveAnotherQuestion() {
        mailbox.sendProven(
                SUPPORT,
                "Sharpening the chain " + orderNumber,
                "How often should I sharpen the chain? It begins to smoke.");
    }

    public Person customer() {
        return mikko;
    }

    public String orderNumber() {
        return orderNumber;
    }
}
