/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.browser;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.assertions.LocatorAssertions;

import fi.saumaton.system.RunningPlatform;
import fi.saumaton.system.story.ChainsawStory;
import fi.saumaton.system.story.Desks;
import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.Mailbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The story with three people in front of three browsers. */
class BrowserStoryTest {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private static Doors doors;
    private static Chromium chromium;

    @BeforeAll
    static void startTheBrowser() {
        chromium = Chromium.start();
        doors = RunningPlatform.doors();
        Desks.giveRoomFor(doors, 1_000, "jenni", "sami");
    }

    @AfterAll
    static void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void jenniAnswersTheMailAndSamiCarriesOnInTheChat() {
        var story = new ChainsawStory(doors);
        story.purchase();
        var subject = "Chain oil " + UUID.randomUUID().toString().substring(0, 8);
        var mailbox = new Mailbox(doors, story.customer().email());

        try (var jenni = DeskPage.signIn(chromium.browser(), doors, "jenni")) {
            jenni.setPresence("available");
            var question = mailbox.sendProven(ChainsawStory.SUPPORT, subject, ChainsawStory.QUESTION);
            var offer = jenni.offerFrom(subject);
            assertThat(offer).isVisible(SOON);
            assertThat(offer.getByTestId("countdown")).isVisible();
            jenni.accept(offer);
            assertThat(jenni.message(ChainsawStory.QUESTION)).isVisible(SOON);
            assertThat(jenni.element("customer-verified")).hasAttribute("data-verified", "true");
            assertThat(jenni.timelineEntry(ChainsawStory.PRODUCT).first()).isVisible(SOON);
            jenni.reply(ChainsawStory.ANSWER);
            assertThat(jenni.message(ChainsawStory.ANSWER)).isVisible(SOON);
            var reply = mailbox.awaitReplyTo(question, Duration.ofSeconds(60));
            assertThat(reply.text()).contains(ChainsawStory.ANSWER);
            jenni.setPresence("offline");
        }

        try (var sami = DeskPage.signIn(chromium.browser(), doors, "sami");
                var mikko = WidgetPage.open(chromium.browser(), doors, "?as=mikko")) {
            sami.setPresence("available");
            mikko.say("Hello, is one litre of oil enough for the winter?");
            var offer = sami.offerFrom("one litre of oil");
            assertThat(offer).isVisible(SOON);
            sami.accept(offer);
            assertThat(sami.message("one litre of oil")).isVisible(SOON);
            assertThat(sami.element("customer-name")).containsText("Mikko");
            assertThat(sami.timelineEntry(ChainsawStory.PRODUCT).first()).isVisible(SOON);
            assertThat(sami.timelineEntry(ChainsawStory.QUESTION).first()).isVisible();
            assertThat(sami.timelineEntry(ChainsawStory.ANSWER).first()).isVisible();
            assertThat(sami.element("issue").first()).isVisible();
            assertThat(sami.suggestion("chain-oil")).containsText("Offer chain oil");
            sami.suggestion("chain-oil").getByTestId("suggestion-why").click();
            assertThat(sami.element("suggestion-reason").first()).containsText(ChainsawStory.PRODUCT);
            sami.suggestion("chain-oil").getByTestId("suggestion-taken").click();
            assertThat(sami.suggestion("chain-oil")).hasCount(0);
            sami.reply("Hello Mikko! For a winter of firewood take two litres; Jenni meant the bio oil.");
            assertThat(mikko.message("take two litres")).isVisible(SOON);
            mikko.say("Two it is, thank you!");
            assertThat(sami.message("Two it is")).isVisible(SOON);
            Screenshots.take(sami.page(), "desk");
            Screenshots.take(mikko.page(), "widget");

            mikko.reload();
            assertThat(mikko.message("take two litres")).isVisible(SOON);
            sami.resolve("Bio chain oil, two litres for the winter");
            assertThat(sami.element("issue-resolved")).isVisible(SOON);
            sami.setPresence("offline");
        }
    }
}
