/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The product page with the widget in it. */
final class ShopPage {
    private final String template;
    private final String gateway;
    private final ShopTokens tokens;

    ShopPage(String gateway, ShopTokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
        try (var file = ShopPage.class.getResourceAsStream("/shop/product.html")) {
            template = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html(Map<String, String> query, ShopLanguage language) {
        var shopper = Shopper.of(query);
        var page = template;
        for (var text : language.texts().entrySet()) {
            page = page.replace("{" + text.getKey() + "}", text.getValue());
        }
        return page.replace("{gateway}", gateway)
                .replace(
                        "{token}",
                        shopper.map(known -> " data-token=\"" + tokens.of(known) + "\"")
                                .orElse(""))
                .replace("{lang}", language.code())
                .replace(
                        "{greeting}",
                        shopper.map(known -> greeting(known.name(), language)).orElse(signIn(language)));
    }

    private static String greeting(String name, ShopLanguage language) {
        return language.text("hello") + escaped(name) + "! <a href=\"/?lang=" + language.code() + "\">"
                + language.text("sign-out") + "</a>";
    }

    private static String signIn(ShopLanguage language) {
        return "<a href=\"/?as=mikko&amp;lang=" + language.code() + "\">" + language.text("sign-in") + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
