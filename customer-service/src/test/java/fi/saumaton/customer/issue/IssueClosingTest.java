/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A joined issue closes, and its topics are forgotten, with the one it counts to. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class IssueClosingTest {
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Inject
    IssueService issues;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Test
    void aJoinedIssueGoesWithTheOneItCountsTo() {
        var joined = issueOf("Where is order 100001?");
        var into = issueOf("The hose of order 100002");
        Api.as(Api.jenni())
                .body(Map.of("intoIssueId", into, "reason", "Both are about the broken saw."))
                .post("/api/v1/issues/" + joined + "/joins")
                .then()
                .statusCode(201);
        resolvedLongAgo(joined);

        await(issues::closeQuiet);

        assertEquals("resolved", state(joined), "the other one goes on");
        assertEquals(1, topics(joined), "which it is still about");

        resolvedLongAgo(into);
        await(issues::closeQuiet);

        assertEquals("closed", state(into));
        assertEquals(0, topics(joined));
        assertEquals(0, topics(into));
    }

    private void resolvedLongAgo(String issue) {
        await(() -> transactions.write(() -> sql.update("""
                update issue set state = 'resolved', resolution = 'It came.', resolved_by_id = 'sami',
                    resolved_at = now() - interval '30 days'
                where id = ?1
                """, UUID.fromString(issue))));
    }

    private String state(String issue) {
        return (String) read("select state from issue where id = ?1", issue);
    }

    private long topics(String issue) {
        return (Long) read("""
                select count(*) from contact_turn where issue_id = ?1 and (words <> '{}' or numbers <> '{}')
                """, issue);
    }

    private Object read(String question, String issue) {
        return await(() -> transactions.read(() -> sql.rows(question, UUID.fromString(issue))))
                .getFirst()[0];
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private String issueOf(String subject) {
        var mail = ConversationFeed.provenMail(address).opened(subject).received("Please answer soon.");
        return Topics.identified(mail.id(), 1)
                .getFirst()
                .path("issue")
                .path("issueId")
                .asText();
    }
}
