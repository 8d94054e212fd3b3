/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system;

import java.io.UncheckedIOException;
import java.net.URI;

import org.awaitility.core.ConditionTimeoutException;

import fi.saumaton.system.story.Agent;
import fi.saumaton.system.story.ChainsawStory;
import fi.saumaton.system.story.Desks;
import fi.saumaton.system.story.Doors;

/**
 * {@code ./dev demo}: plays the story on the running platform, so that the pages are not empty. At the end one more
 * mail waits for whoever signs in at the desk next.
 */
public final class Demo {

    /** What waits from earlier demos is offered as well, and must not keep the story's own mail from its people. */
    private static final int ROOM = 100;

    private Demo() {}

    public static void main(String[] arguments) {
        try {
            play(doors());
        } catch (ConditionTimeoutException | IllegalStateException | UncheckedIOException stuck) {
            System.err.println("  The story does not go on: " + stuck.getMessage());
            System.err.println("  ./dev status says what serves, ./dev logs what happened.");
            System.exit(1);
        }
    }

    private static void play(Doors doors) {
        Desks.giveRoomFor(doors, ROOM, "jenni", "sami");
        var story = new ChainsawStory(doors);
        say("Mikko buys a chainsaw; the shop's back office reports it through the partner API.");
        story.purchase();
        try (var jenni = Agent.signIn(doors, "jenni").available()) {
            say("Mikko asks by mail whether the saw needs special oil. Jenni is offered the mail, accepts, answers …");
            story.mail(jenni);
            say("… and the answer is in Mikko's mailbox, in the same thread. Jenni goes home.");
            jenni.offDuty();
        }
        try (var sami = Agent.signIn(doors, "sami").available()) {
            say(
                    "Next day Mikko opens the chat, logged in at the shop. Sami sees purchase, mail and answer at one glance.");
            story.chat(sami);
            say("Sami has resolved the matter; Mikko never explained twice.");
            sami.offDuty();
        }
        story.leaveAnotherQuestion();
        say("One more mail from Mikko waits at the desk: sign in as jenni, set yourself available, and take it.");
    }

    private static Doors doors() {
        var standard = Doors.ofDevelopment(offset());
        return new Doors(
                address("saumaton.url.gateway", standard.gateway()),
                URI.create(
                        System.getProperty("saumaton.issuer", standard.issuer().toString())),
                address("saumaton.url.shop", standard.shop()),
                standard.mailHost(),
                Integer.getInteger("saumaton.smtp.port", standard.smtpPort()),
                Integer.getInteger("saumaton.imap.port", standard.imapPort()));
    }

    private static int offset() {
        return Integer.parseInt(System.getenv().getOrDefault("SAUMATON_PORT_OFFSET", "0"));
    }

    private static URI address(String property, URI otherwise) {
        return URI.create(System.getProperty(property, otherwise.toString()));
    }

    private static void say(String line) {
        System.out.println("  " + line);
    }
}
