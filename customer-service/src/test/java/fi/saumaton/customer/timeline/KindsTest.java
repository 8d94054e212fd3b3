/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** The data of each kind is checked; what is sent beside the known fields stays. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class KindsTest {
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            purchase       | {"orderNumber": "1", "amountCents": 38900, "currency": "EUR"} | Purchase 1, 389.00 EUR
            order          | {"orderNumber": 1001, "state": "placed"} | Order 1001
            delivery       | {"carrier": "Posti", "trackingNumber": "JJFI1", "promisedDelivery": "2026-11-24"} | Delivery, Posti JJFI1
            invoice        | {"invoiceNumber": "I-1", "amountCents": 100, "currency": "EUR", "dueDate": "2026-12-04", "reference": "1232"} | Invoice I-1, 1.00 EUR, due 2026-12-04
            payment        | {"amountCents": 100, "currency": "SEK", "invoiceNumber": "I-1"} | Payment 1.00 SEK, invoice I-1
            return         | {"product": "Chain oil", "reason": "Leaks"} | Return: Chain oil
            refund         | {"amountCents": 100, "currency": "EUR"} | Refund 1.00 EUR
            complaint      | {"subject": "The chain comes off", "severity": "major"} | Complaint: The chain comes off
            maintenance    | {"device": "CS-50", "workOrder": "WO-1", "state": "done"} | Maintenance WO-1: CS-50
            visit          | {"place": "Tampere"} | Visit, Tampere
            meeting        | {"subject": "Contract", "startsAt": "2026-11-20T08:00:00Z", "participants": ["Mikko"]} | Meeting: Contract
            call           | {"direction": "in", "durationSeconds": 185} | Call
            case           | {"caseNumber": "C-1", "subject": "Repair"} | Case C-1: Repair
            interview-note | {"text": "Prices first", "method": "interview"} | Interview: Prices first
            note           | {"text": "After the fair"} | Note: After the fair
            """)
    void eachKindHasItsOwnData(String kind, String data, String title) {
        push(kind, data).statusCode(201);

        var entry = Api.glance(Api.customerOf(address));
        assertEquals(title, entry.getString("timeline[0].title"));
        assertEquals(title, entry.getString("timeline[0].titles.en"));
        assertEquals(kind, entry.getString("timeline[0].kind"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            purchase       | {"amountCents": 38900} | data.currency
            purchase       | {"amountCents": 389.5, "currency": "EUR"} | data.amountCents
            purchase       | {"amountCents": -1, "currency": "EUR"} | data.amountCents
            order          | {"state": "eaten"} | data.state
            delivery       | {"promisedDelivery": "tomorrow"} | data.promisedDelivery
            delivery       | {"arrivedAt": "2026-11-24"} | data.arrivedAt
            invoice        | {"amountCents": 100, "currency": "EUR", "dueDate": "2026-12-04"} | data.invoiceNumber
            invoice        | {"invoiceNumber": "I-1", "amountCents": 1, "currency": "QQQ", "dueDate": "2026-12-04"} | data.currency
            invoice        | {"invoiceNumber": "I-1", "amountCents": 1, "currency": "EUR", "dueDate": "2026-12-04", "reference": "1233"} | data.reference
            payment        | {} | data.amountCents
            refund         | {"amountCents": 1} | data.currency
            meeting        | {"participants": [" "]} | data.participants[0].<list element>
            meeting        | {"participants": "Mikko"} | data.participants
            call           | {"durationSeconds": "long"} | data.durationSeconds
            case           | {} | data.caseNumber
            interview-note | {} | data.text
            """)
    void whatDoesNotFitIsNamedByItsPlace(String kind, String data, String field) {
        push(kind, data)
                .statusCode(422)
                .body("type", equalTo("urn:saumaton:problem:invalid"))
                .body("violations.field", hasItem(field))
                .body("violations.in", hasItem("body"));

        assertNull(Api.customerOf(address));
    }

    @Test
    void whatIsBesideTheKnownFieldsStays() {
        push("visit", "{\"place\": \"Tampere\", \"weather\": {\"rain\": true}}").statusCode(201);

        assertEquals(true, Api.glance(Api.customerOf(address)).getBoolean("timeline[0].data.weather.rain"));
    }

    @Test
    void titlesComeInThreeLanguages() {
        push("visit", "{\"purpose\": \"Sahat\"}").statusCode(201);

        assertEquals(
                Map.of("fi", "Käynti: Sahat", "sv", "Besök: Sahat", "en", "Visit: Sahat"),
                Api.glance(Api.customerOf(address)).getMap("timeline[0].titles"));
    }

    @Test
    void aKindOfNobodysNeedsATitle() {
        push("birthday", "{}").statusCode(422).body("violations.field", hasItem("title"));
    }

    @Test
    void aPlannedDeliveryIsAPromiseAndAnArrivedOneAnExperience() {
        push("delivery", "{\"orderNumber\": \"1001\", \"promisedDelivery\": \"2026-11-20\", \"state\": \"under-way\"}")
                .statusCode(201);
        var customerId = Api.customerOf(address);
        assertEquals(List.of("overdue"), expectations(customerId));

        push("delivery", "{\"orderNumber\": \"1001\", \"arrivedAt\": \"2026-11-21T09:00:00Z\", \"state\": \"arrived\"}")
                .statusCode(201);

        assertEquals(List.of("late"), expectations(customerId));
    }

    private static List<String> expectations(UUID customerId) {
        return Api.as(Api.jenni())
                .get("/api/v1/customers/" + customerId + "/expectations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.state");
    }

    private ValidatableResponse push(String kind, String data) {
        return Api.as(Api.backOffice())
                .body("""
                        {"system": "shop", "externalId": "%s", "kind": "%s", "occurredAt": "2026-11-18T12:00:00Z",
                         "data": %s, "customer": {"handles": [{"kind": "email", "value": "%s"}]}}
                        """.formatted(UUID.randomUUID(), kind, data, address))
                .post("/api/v1/touchpoints")
                .then();
    }
}
