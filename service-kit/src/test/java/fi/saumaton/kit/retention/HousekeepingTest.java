/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.retention;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.kit.sample.Database;
import fi.saumaton.kit.sample.Kit;
import fi.saumaton.kit.sample.OnContext;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@Kit
class HousekeepingTest {

    @Inject
    Housekeeping housekeeping;

    @Test
    void theInboxRemembersForLongerThanTheTopicsAndKeysForTwoDays() throws Exception {
        String name = UUID.randomUUID().toString();
        for (String age : List.of("7 days 23 hours", "8 days 1 hour")) {
            Database.update(
                    "insert into inbox (consumer, event_id, seen_at) values (?, ?, now() - ?::interval)",
                    name,
                    UUID.randomUUID(),
                    age);
        }
        for (String age : List.of("47 hours", "49 hours")) {
            Database.update(
                    "insert into idempotency_key (caller, key, request_hash, response, created_at)"
                            + " values (?, ?, '', '{}', now() - ?::interval)",
                    name,
                    age,
                    age);
        }

        OnContext.run(housekeeping::forget);

        assertEquals(
                List.of("true"),
                Database.column(
                        String.class,
                        "select (seen_at > now() - interval '8 days')::text from inbox where consumer = ?",
                        name));
        assertEquals(
                List.of("47 hours"),
                Database.column(String.class, "select key from idempotency_key where caller = ?", name));
    }
}
