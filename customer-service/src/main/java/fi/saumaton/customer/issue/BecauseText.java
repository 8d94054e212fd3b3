/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.Map;

/** The reason for a placing as a person reads it, in the languages of the pages. */
enum BecauseText {
    FI(
            "koska sama keskustelu jatkuu",
            "viitteen %s perusteella",
            "%s %s mukaan",
            "koska aihe on sama: %s",
            "koska asiakas oli juuri yhteydessä siitä",
            "uusi asia",
            Map.of(
                    "order-number", "tilausnumeron",
                    "invoice-number", "laskunumeron",
                    "tracking-number", "seurantakoodin",
                    "serial-number", "sarjanumeron",
                    "payment-reference", "maksun viitteen"),
            "numeron"),
    SV(
            "eftersom samma konversation fortsätter",
            "på grund av referensen %s",
            "på grund av %s %s",
            "eftersom ämnet är detsamma: %s",
            "eftersom kunden nyss var i kontakt om det",
            "ett nytt ärende",
            Map.of(
                    "order-number", "ordernumret",
                    "invoice-number", "fakturanumret",
                    "tracking-number", "spårningskoden",
                    "serial-number", "serienumret",
                    "payment-reference", "betalningsreferensen"),
            "numret"),
    EN(
            "because the same conversation goes on",
            "because of the reference %s",
            "because of the %s %s",
            "because it is about the same: %s",
            "because the customer was in contact about it just before",
            "a new matter",
            Map.of(
                    "order-number", "order number",
                    "invoice-number", "invoice number",
                    "tracking-number", "tracking number",
                    "serial-number", "serial number",
                    "payment-reference", "payment reference"),
            "number");

    private final String thread;
    private final String reference;
    private final String number;
    private final String topic;
    private final String recent;
    private final String fresh;
    private final Map<String, String> kinds;
    private final String otherKind;

    BecauseText(
            String thread,
            String reference,
            String number,
            String topic,
            String recent,
            String fresh,
            Map<String, String> kinds,
            String otherKind) {
        this.thread = thread;
        this.reference = reference;
        this.number = number;
        this.topic = topic;
        this.recent = recent;
        this.fresh = fresh;
        this.kinds = kinds;
        this.otherKind = otherKind;
    }

    /** The best of our languages for an {@code Accept-Language} header; English when it names none of them. */
    static BecauseText forHeader(String acceptLanguage) {
        if (acceptLanguage != null) {
            for (var range : acceptLanguage.split(",")) {
                var language = range.strip().split("[-;]", 2)[0];
                for (var text : values()) {
                    if (text.name().equalsIgnoreCase(language)) {
                        return text;
                    }
                }
            }
        }
        return EN;
    }

    String of(Because because) {
        return switch (because.ground()) {
            case THREAD -> thread;
            case REFERENCE -> reference.formatted(because.value());
            case NUMBER -> {
                var kind = because.kind() == null ? otherKind : kinds.getOrDefault(because.kind(), otherKind);
                yield number.formatted(kind, because.value());
            }
            case TOPIC -> topic.formatted(because.value());
            case RECENT -> recent;
            case NEW -> fresh;
        };
    }
}
