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
    private static final String SIGN_IN = "<a href=\"/?as=mikko\">Kirjaudu sisään (Mikko)</a>";

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

    String html(Map<String, String> query) {
        var shopper = Shopper.of(query);
        return template.replace("{gateway}", gateway)
                .replace(
                        "{token}",
                        shopper.map(known -> " data-token=\"" + tokens.of(known) + "\"")
                                .orElse(""))
                .replace("{lang}", escaped(query.getOrDefault("lang", "fi")))
                .replace(
                        "{greeting}",
                        shopper.map(known -> greeting(known.name())).orElse(SIGN_IN));
    }

    private static String greeting(String name) {
        return "Hei, " + escaped(name) + "! <a href=\"/\">Kirjaudu ulos</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
