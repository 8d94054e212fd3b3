/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.shop;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The shop's page in the languages of the widget, by the place of each text in the page. */
enum ShopLanguage {
    FI(Map.of(
            "shop", "Metsäkauppa",
            "product", "Moottorisaha Karhu 45",
            "about", "Kevyt yleissaha polttopuille ja piha-alueelle. Laippa 40 cm, paino 4,6 kg.",
            "price", "399,00 €",
            "note", "Tämä on esittelykauppa: sivulla on Saumattoman keskusteluikkuna, yhden script-rivin verran.",
            "hello", "Hei, ",
            "sign-in", "Kirjaudu sisään (Mikko)",
            "sign-out", "Kirjaudu ulos")),
    SV(Map.of(
            "shop", "Skogsbutiken",
            "product", "Motorsåg Karhu 45",
            "about", "Lätt allroundsåg för ved och gård. Svärd 40 cm, vikt 4,6 kg.",
            "price", "399,00 €",
            "note", "Det här är en demobutik: på sidan finns Saumatons chattfönster, en enda script-rad.",
            "hello", "Hej, ",
            "sign-in", "Logga in (Mikko)",
            "sign-out", "Logga ut")),
    EN(Map.of(
            "shop", "Forest shop",
            "product", "Chainsaw Karhu 45",
            "about", "A light saw for firewood and the yard. Bar 40 cm, weight 4.6 kg.",
            "price", "€399.00",
            "note", "This is a demo shop: Saumaton's chat window is on the page by one script line.",
            "hello", "Hello, ",
            "sign-in", "Sign in (Mikko)",
            "sign-out", "Sign out"));

    private final Map<String, String> texts;

    ShopLanguage(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The one asked for, else the first of the browser's that the shop speaks, else Finnish. */
    static ShopLanguage of(String asked, String acceptLanguage) {
        return Stream.concat(
                        Stream.ofNullable(asked),
                        Stream.ofNullable(acceptLanguage).flatMap(list -> Arrays.stream(list.split(","))))
                .map(ShopLanguage::spoken)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(FI);
    }

    private static Optional<ShopLanguage> spoken(String wish) {
        var code = wish.strip().split("[-_;]", 2)[0].toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String text(String place) {
        return texts.get(place);
    }

    Map<String, String> texts() {
        return texts;
    }
}
