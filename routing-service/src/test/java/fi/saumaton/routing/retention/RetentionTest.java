/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.retention;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.routing.Scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class RetentionTest {
    private static final String INPUTS = "routing_input where payload ->> 'conversation_id' = ?::text";
    private static final String OF_CONVERSATION = " where conversation_id = ?";

    @Inject
    RetentionSweep sweep;

    private Scene scene;
    private String jenni;

    @BeforeEach
    void open() {
        scene = Scene.withQueue(30);
        jenni = scene.agent("jenni");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatEndedLongAgoIsForgottenWithAllThatBelongsToIt() {
        UUID old = served();
        UUID young = served();
        age(old);

        sweep();

        assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L), kept(old));
        assertEquals(List.of(1L, 1L, 1L, 1L, 1L), kept(young).subList(1, 6));
    }

    @Test
    void whatIsStillUnderWayStaysHoweverOldItIs() {
        UUID assigned = scene.arrives();
        scene.acceptedBy(jenni, assigned, 1);
        answered(assigned, 3);
        age(assigned);

        sweep();

        assertEquals(List.of(0L, 0L, 1L, 1L, 1L, 1L), kept(assigned), "inputs and decisions alone are history");
        scene.conversation("message-received", assigned, 4, "\"automatic\":false");
        scene.eventually(() -> assertEquals(
                List.of(List.of(true)),
                scene.database.rows("select reply_due from work_item where conversation_id = ?", assigned)));
    }

    @Test
    void aConversationThatCameBackKeepsItsFencingToken() {
        UUID reopened = served();
        scene.conversation("message-received", reopened, 6, "\"automatic\":false");
        scene.eventually(() -> assertEquals(
                List.of(List.of(6L)),
                scene.database.rows("select turn_version from conversation where id = ?", reopened)));
        age(reopened);

        sweep();

        assertEquals(List.of(1L, 1L), kept(reopened).subList(4, 6));
        scene.identified(reopened, 6, "null");
        assertEquals(2, scene.acceptedBy(jenni, reopened, 2));
    }

    /** Offered, accepted, answered and closed. */
    private UUID served() {
        UUID conversation = scene.arrives();
        scene.acceptedBy(jenni, conversation, 1);
        answered(conversation, 3);
        scene.conversation("closed", conversation, 5, "\"reason\":\"resolved\"");
        scene.event("work-item.done", conversation, 1);
        return conversation;
    }

    private void answered(UUID conversation, long version) {
        scene.conversation("message-sent", conversation, version, "\"author\":{\"type\":\"agent\"}");
        scene.eventually(() -> assertEquals(
                List.of(List.of(false)),
                scene.database.rows("select reply_due from conversation where id = ?", conversation)));
    }

    /** Makes all rows of the conversation a year older. */
    private void age(UUID conversation) {
        update(
                "update " + INPUTS.replace(" where", " set applied_at = applied_at - interval '1 year' where"),
                conversation);
        update("update decision set decided_at = decided_at - interval '1 year'" + OF_CONVERSATION, conversation);
        update("update work_item set changed_at = changed_at - interval '1 year'" + OF_CONVERSATION, conversation);
        update("update conversation set changed_at = changed_at - interval '1 year' where id = ?", conversation);
    }

    private void update(String sql, UUID conversation) {
        scene.database.update(sql, conversation);
    }

    private void sweep() {
        try {
            VertxContextSupport.subscribeAndAwait(sweep::sweep);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Inputs, decisions, work items, offers, conversations, turns. */
    private List<Long> kept(UUID conversation) {
        return List.of(
                count(INPUTS, conversation),
                count("decision" + OF_CONVERSATION, conversation),
                count("work_item" + OF_CONVERSATION, conversation),
                count("offer" + OF_CONVERSATION, conversation),
                count("conversation where id = ?", conversation),
                count("turn" + OF_CONVERSATION, conversation));
    }

    private long count(String from, UUID conversation) {
        return scene.database.count("select count(*) from " + from, conversation);
    }
}
