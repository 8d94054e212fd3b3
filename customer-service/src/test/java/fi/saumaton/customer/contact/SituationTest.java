/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Statements;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.kit.tx.Transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What travels with a contact. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class SituationTest {
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";
    private final String number = UUID.randomUUID().toString();

    @Inject
    SituationRepository situations;

    @Inject
    Transactions transactions;

    @Test
    void theSituationSaysWhatIsKnownOfCustomerAndIssue() {
        Api.push(Api.purchase("order-" + number, number, address)).then().statusCode(201);
        var abroad = Api.purchase("order-se-" + number, number, address);
        abroad.put("data", Map.of("product", "Chain oil", "amountCents", 9900, "currency", "SEK"));
        Api.push(abroad).then().statusCode(201);
        var first = mail("Where is order 100001?");
        var issue = Topics.identified(first.id(), 1).getFirst().path("issue");
        Api.as(Api.jenni())
                .body("""
                        {"owner": {"type": "agent", "id": "jenni", "name": "Jenni"}}""")
                .put("/api/v1/issues/" + issue.path("issueId").asText() + "/owner")
                .then()
                .statusCode(200);

        var told = Topics.identified(mail("Order 100001 again").id(), 1).getFirst();

        assertEquals(2, told.path("issue").path("contacts").asInt());
        assertEquals("jenni", told.path("issue").path("ownerId").asText());
        assertEquals("Jenni", told.path("issue").path("ownerName").asText());
        assertEquals("number", told.path("issue").path("because").path("ground").asText());
        assertEquals("100001", told.path("issue").path("because").path("value").asText());
        assertEquals("new", issue.path("because").path("ground").asText());
        assertEquals(2, told.path("situation").path("purchases").asInt());
        assertEquals(
                389.0, told.path("situation").path("purchasesAmount").asDouble(), "in the company's currency alone");
    }

    @Test
    void theSituationOfManyContactsIsOneStatement() throws Throwable {
        List<UUID> conversations = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            var mail = mail("Order 10000" + i);
            Topics.identified(mail.id(), 1);
            conversations.add(mail.id());
        }
        try (var statements = new Statements()) {
            var read = VertxContextSupport.subscribeAndAwait(
                    () -> transactions.read(() -> situations.read(conversations)));

            assertEquals(4, read.size());
            assertEquals(1, statements.about("from contact k").size(), "the situation is read at once");
            assertEquals(1, statements.about("contact").size(), "and nothing else is read for it");
        }
    }

    private ConversationFeed mail(String subject) {
        return ConversationFeed.provenMail(address).opened(subject).received("Please answer soon.");
    }
}
