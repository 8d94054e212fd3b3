/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The shop: its back office reports purchases through the partner API, its pages carry the chat widget. */
public final class Shop {

    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");

    private final Doors doors;
    private final Api api;

    public Shop(Doors doors) {
        this.doors = doors;
        this.api = Api.as(
                doors.gateway(),
                new SignIn(doors.issuer()).client("shop-backoffice", "shop-backoffice-dev", "customers:write"));
    }

    /**
     * Reports a purchase.
     *
     * @param orderNumber the shop's own number, unique in the shop
     * @param at when it was bought; a repeated report must say the same
     * @return {@code {touchpointId, customerId}}
     */
    public JsonNode reportPurchase(String orderNumber, String product, Person buyer, Instant at) {
        return reportPurchaseRaw(orderNumber, product, buyer, at).expect(200, 201);
    }

    /** Puts on record that a customer has agreed, at the shop's checkout, to be made personal suggestions. */
    public void recordConsentToSuggestions(String customerId) {
        api.put("/api/v1/customers/" + customerId + "/consents/profiling", Map.of("given", true, "source", "checkout"))
                .expect(200);
    }

    /** As {@link #reportPurchase}, whatever the answer. */
    public Api.Answer reportPurchaseRaw(String orderNumber, String product, Person buyer, Instant at) {
        var touchpoint = Map.of(
                "system",
                "shop",
                "externalId",
                orderNumber,
                "kind",
                "purchase",
                "occurredAt",
                at.toString(),
                "title",
                product,
                "data",
                Map.of("orderNumber", orderNumber, "product", product, "amount", "399.00", "currency", "EUR"),
                "customer",
                Map.of(
                        "handles",
                                List.of(
                                        Map.of("kind", "shop-customer", "value", buyer.shopCustomer()),
                                        Map.of("kind", "email", "value", buyer.email())),
                        "displayName", buyer.name()));
        return api.post("/api/v1/touchpoints", touchpoint);
    }

    /** The signed token that the shop's page hands to the widget when this person is logged in at the shop. */
    public String widgetTokenOf(Person person) {
        var page = doors.shop().resolve("/?as=" + person.shopLogin());
        try {
            var response = Api.http().send(HttpRequest.newBuilder(page).GET().build(), BodyHandlers.ofString());
            var token = TOKEN.matcher(response.body());
            if (!token.find()) {
                throw new IllegalStateException("the shop's page at " + page + " carries no token");
            }
            return token.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opening the shop's page", e);
        }
    }
}
