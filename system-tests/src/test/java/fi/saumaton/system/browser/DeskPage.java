/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import fi.saumaton.system.story.Doors;

/** An agent's browser window with the desk. */
final class DeskPage implements AutoCloseable {

    private final Page page;

    private DeskPage(Page page) {
        this.page = page;
    }

    /** Opens the desk in a browser of the agent's own and signs in at the identity provider. */
    static DeskPage signIn(Browser browser, Doors doors, String username) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("en-GB"))
                .newPage();
        page.setDefaultTimeout(30_000);
        page.navigate(doors.gateway().resolve("/desk/").toString());
        page.getByTestId("sign-in").click();
        page.locator("#username").fill(username);
        page.locator("#password").fill(username);
        page.locator("#kc-login").click();
        page.getByTestId("me").waitFor();
        return new DeskPage(page);
    }

    void setPresence(String status) {
        page.getByTestId("presence-" + status).check();
        page.locator("[data-testid=presence][data-status=" + status + "]").waitFor();
    }

    Locator offerFrom(String customer) {
        return page.getByTestId("offer").filter(new Locator.FilterOptions().setHasText(customer));
    }

    void accept(Locator offer) {
        offer.getByTestId("accept").click();
    }

    void reply(String text) {
        page.getByTestId("reply-text").fill(text);
        page.getByTestId("reply-send").click();
    }

    void resolve(String resolution) {
        page.getByTestId("resolve").click();
        page.getByTestId("resolution").fill(resolution);
        page.getByTestId("resolve-confirm").click();
    }

    Locator message(String text) {
        return page.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator timelineEntry(String text) {
        return page.getByTestId("timeline-entry").filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator suggestion(String rule) {
        return page.locator("[data-testid=suggestion][data-rule=" + rule + "]");
    }

    Locator element(String testId) {
        return page.getByTestId(testId);
    }

    Page page() {
        return page;
    }

    @Override
    public void close() {
        page.context().close();
    }
}
