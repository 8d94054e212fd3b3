/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Many meet the same new person at the same moment; one customer comes of it. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class SimultaneousHandlesTest {
    private static final int MANY = 16;
    private final String number = UUID.randomUUID().toString();
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void ordersWithTheSameNewHandlesMakeOneCustomer() {
        List<Callable<UUID>> orders = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            var order = Api.purchase("order-" + number + "-" + i, number, address);
            orders.add(() -> push(order));
        }

        var customers = new HashSet<>(atOnce(orders));

        assertEquals(Set.of(Api.customerOf(address)), customers);
        assertEquals(
                MANY, Api.glance(Api.customerOf(address)).getList("timeline").size());
    }

    @Test
    void ordersThatShareHandlesCrosswiseEndInOneCustomer() {
        // Each order names two neighbours of a ring of handles, in either order.
        List<Callable<UUID>> orders = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            var order = Api.purchase("order-" + number + "-" + i, number, address);
            var pair = i % 2 == 0 ? List.of(mail(i), mail((i + 1) % MANY)) : List.of(mail((i + 1) % MANY), mail(i));
            order.put("customer", Map.of("handles", pair));
            orders.add(() -> push(order));
        }

        atOnce(orders);

        Set<UUID> customers = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            customers.add(Api.customerOf(i + "-" + address));
        }
        assertEquals(1, customers.size());
        var glance = Api.glance(customers.iterator().next());
        assertEquals(MANY, glance.getList("timeline").size());
        assertEquals(MANY, glance.getList("handles").size());
    }

    @Test
    void aMailAndOrdersAtTheSameMomentMeetInOneCustomer() {
        List<Callable<UUID>> orders = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            var order = Api.purchase("order-" + number + "-" + i, number, address);
            orders.add(() -> push(order));
        }
        var mail = ConversationFeed.provenMail(address).opened("Oil?").received("Hello");
        atOnce(orders);

        Topics.identified(mail.id(), 1);
        Api.eventually(() -> assertEquals(
                MANY + 2,
                Api.glance(Api.customerOf(address)).getList("timeline").size()));
    }

    @Test
    void contactsOfOneNewPersonInOneMomentShareAnIssue() {
        List<ConversationFeed> mails = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            mails.add(ConversationFeed.provenMail(address));
        }
        atOnce(mails.stream()
                .map(mail -> (Callable<UUID>)
                        () -> mail.opened("Oil?").received("Hello").id())
                .toList());

        mails.forEach(mail -> Topics.identified(mail.id(), 1));
        var glance = Api.glance(Api.customerOf(address));
        assertEquals(1, glance.getList("openIssues").size());
        assertEquals(MANY, glance.getInt("openIssues[0].contacts"));
    }

    private static UUID push(Map<String, Object> order) {
        return Api.push(order).then().statusCode(201).extract().jsonPath().getUUID("customerId");
    }

    private Map<String, String> mail(int i) {
        return Map.of("kind", "email", "value", i + "-" + address);
    }

    private static List<UUID> atOnce(List<Callable<UUID>> work) {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            List<UUID> results = new ArrayList<>();
            for (var future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
