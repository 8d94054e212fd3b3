/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.process.PidFile;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestVisitor;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Without Kafka nothing is accepted, and whoever wants in learns so within two seconds. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class IngressDoorTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Test
    void withoutKafkaTheAnswerIsComeAgainAndWithItTheSameMessageIsStoredOnce() throws Exception {
        var visitor = TestVisitor.anonymous();
        visitor.says("before");
        var id = UUID.randomUUID();
        signal("STOP");
        try {
            for (int i = 0; i < 3; i++) {
                var start = Instant.now();
                visitor.post(id, "meanwhile")
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", equalTo("2"))
                        .body("type", equalTo("urn:saumaton:problem:unavailable"));
                var took = Duration.between(start, Instant.now());
                assertTrue(took.compareTo(LIMIT) <= 0, "answered after " + took);
            }
        } finally {
            signal("CONT");
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> visitor.post(id, "meanwhile").statusCode() == 200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(
                        "2, before, meanwhile", Database.value("""
                                select count(*) || ', ' || string_agg(m.text, ', ' order by m.number)
                                from message m join conversation c on c.id = m.conversation_id where c.handle_value = ?
                                """, visitor.id().toString())));
    }

    /** To the broker of these tests, which is a child of theirs. */
    private static void signal(String name) throws Exception {
        var base = Path.of(ConfigProvider.getConfig().getValue("saumaton.stack.base", String.class));
        var broker = new PidFile(base.resolve("run/kafka.pid")).read().orElseThrow();
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid()))
                .inheritIO()
                .start();
        assertTrue(kill.waitFor(5, TimeUnit.SECONDS) && kill.exitValue() == 0);
    }
}
