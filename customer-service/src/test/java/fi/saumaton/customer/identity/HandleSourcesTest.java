/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Wherever a handle comes from, it is found however it is written; and what can be none is refused by name. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class HandleSourcesTest {
    private final Linking linking = new Linking();
    private final Handle email = linking.email("mikko");
    private final String mark = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource({
        "email, 'Mikko-%s@Example.TEST', 'mikko-%s@example.test'",
        "whatsapp, 'FI.%s', 'FI.%s'",
        "instagram, '@Mikko-%s', '@mikko-%s'",
        "messenger, 'psid-%s', ' psid-%s '",
        "x, 'https://x.com/Mikko-%s', '@mikko-%s'",
        "linkedin, 'https://www.linkedin.com/in/Mikko-%s/', '@mikko-%s'",
        "telegram, '@Mikko-%s', 'https://t.me/mikko-%s'",
        "oidc-subject, 'realm|%s', 'realm|%s'",
        "customer-number, 'AB  %s', 'AB %s'",
        "shop-customer, ' %s', '%s'",
        "external:hubspot, 'contact %s', 'contact %s'",
    })
    void whatIsProvenIsFoundHoweverItIsWritten(String kind, String pushed, String asked) {
        var customer = linking.order(new Handle(kind, pushed.formatted(mark)), email);

        assertEquals(customer, Linking.owner(new Handle(kind, asked.formatted(mark))));
        assertEquals(customer, Linking.owner(email));
    }

    @Test
    void aPhoneNumberIsFoundInTheFinnishWayToo() {
        var phone = linking.phone();
        var customer = linking.order(phone);

        assertEquals(customer, Linking.owner(new Handle("phone", phone.value().replace("+358", "0"))));
    }

    @Test
    void whatsAppKnowsItsUserWithAndWithoutThePhoneNumber() {
        var user = "FI." + mark.replace("-", "");
        var phone = linking.phone();

        var unnamed = met("whatsapp:main", Map.of("whatsapp", user));
        assertEquals(unnamed, Linking.owner(new Handle("whatsapp", user)));
        assertEquals(null, Linking.owner(phone));

        var named = met("whatsapp:main", Map.of("whatsapp", user, "phone", phone.value()));
        assertEquals(unnamed, named);
        assertEquals(unnamed, Linking.owner(phone));
    }

    @Test
    void aBrowserIsKnownAgain() {
        var visitor = Map.of("visitor", mark);

        assertEquals(met("webchat:shop", visitor), met("webchat:shop", visitor));
    }

    @ParameterizedTest
    @CsvSource({
        "email, mikko@localhost, an address such as",
        "phone, 09 123 4567 ext. 5, without an extension",
        "whatsapp, <b>, WhatsApp's id",
        "instagram, a b, the platform's id of the user",
        "oidc-subject, jäsen, ASCII",
        "customer-number, 47\u200b11, all of them visible",
        "external:hubspot, 47\u202e11, all of them visible",
    })
    void whatCanBeNoHandleIsRefusedWithItsForm(String kind, String hostile, String form) {
        var order = Api.purchase("order-" + mark, "4711-" + mark, email.value());
        order.put("customer", Map.of("handles", List.of(Map.of("kind", kind, "value", hostile), Linking.json(email))));

        Api.push(order)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:saumaton:problem:invalid-handle"))
                .body("kind", equalTo(kind))
                .body("detail", containsString(form))
                .body("detail", not(containsString(hostile)));
        assertEquals(null, Linking.owner(email), "nothing of it is taken in");
    }

    @Test
    void hugeValuesAreRefused() {
        var customer = linking.order(email);

        Linking.link(customer, new Handle("telegram", "7".repeat(1_000_000)), false)
                .then()
                .statusCode(422);
        Linking.link(customer, new Handle("k".repeat(100_000), "7"), false)
                .then()
                .statusCode(422);
    }

    @Test
    void aContactWithAHostileHandleIsMetAsNobodyKnown() {
        Map<String, String> handles = new TreeMap<>();
        handles.put("instagram", "<script>" + mark);
        handles.put("telegram", "7".repeat(100_000));
        handles.put("no kind at all", mark);

        var customer = met("webhook:till", handles);

        assertEquals(0, Api.glance(customer).getList("handles").size());
        assertNotEquals(customer, met("webhook:till", handles));
    }

    @Test
    void whatCanBeReadOfASenderCountsBesideWhatCannot() {
        var customer = met("webhook:till", Map.of("telegram", "t-" + mark, "instagram", "a b"));

        assertEquals(customer, Linking.owner(new Handle("telegram", "t-" + mark)));
    }

    private static UUID met(String channel, Map<String, String> handles) {
        var conversation =
                ConversationFeed.platformUser(channel, handles).opened("Oil?").received("Hello");
        return UUID.fromString(Topics.identified(conversation.id(), 1)
                .getLast()
                .get("customerId")
                .asText());
    }
}
