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

/** A customer's browser window with the shop's page and the chat widget in it. */
final class WidgetPage implements AutoCloseable {

    private final Page page;

    private WidgetPage(Page page) {
        this.page = page;
    }

    /**
     * @param query what follows the shop's address, e.g. {@code ?as=mikko}
     */
    static WidgetPage open(Browser browser, Doors doors, String query) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1100, 800)
                        .setLocale("en-GB"))
                .newPage();
        page.setDefaultTimeout(30_000);
        page.navigate(doors.shop().resolve("/" + query).toString());
        page.getByTestId("launcher").click();
        page.getByTestId("panel").waitFor();
        return new WidgetPage(page);
    }

    void say(String text) {
        page.getByTestId("text").fill(text);
        page.getByTestId("send").click();
    }

    Locator message(String text) {
        return page.getByTestId("message").filter(new Locator.FilterOptions().setHasText(text));
    }

    void reload() {
        page.reload();
        if (!page.getByTestId("panel").isVisible()) {
            page.getByTestId("launcher").click();
        }
    }

    Page page() {
        return page;
    }

    @Override
    public void close() {
        page.context().close();
    }
}
