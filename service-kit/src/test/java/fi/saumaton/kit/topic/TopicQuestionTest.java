/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.topic;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;

import fi.saumaton.kit.sample.Kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@Kit
class TopicQuestionTest {
    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void aTopicWithTooFewPartitionsIsNamedUntilItHasEnough() throws Exception {
        String topic = "check-" + UUID.randomUUID();
        TopicQuestion question = new TopicQuestion(kafka, Map.of(topic, 3));

        assertEquals(List.of("there is no topic " + topic), question.ask());

        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
            assertEquals(List.of("the topic " + topic + " has 2 partitions of 3"), question.ask());

            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            assertEquals(List.of(), question.ask());
        }
    }

    /** A broker whose certificate nobody trusts; one that ran out is refused at the same place. */
    @Test
    void whoIsNotLetInSaysSo(@TempDir Path folder) throws Exception {
        try (SSLServerSocket broker = broker(folder.resolve("broker.p12"))) {
            Thread.ofVirtual().start(() -> shakeHands(broker));

            List<String> faults =
                    question("localhost:" + broker.getLocalPort(), Map.of()).ask();

            assertEquals(1, faults.size());
            assertTrue(
                    faults.getFirst().startsWith("it does not let us in, SslAuthenticationException: "),
                    faults.getFirst());
        }
    }

    @Test
    void aKeyStoreThatIsNotThereIsSaid() {
        List<String> faults = question(
                        "localhost:1",
                        Map.of("ssl.keystore.location", "/nowhere/user.p12", "ssl.keystore.password", "changeit"))
                .ask();

        assertTrue(faults.getFirst().contains("/nowhere/user.p12"), faults.getFirst());
    }

    private TopicQuestion question(String servers, Map<String, Object> settings) {
        Map<String, Object> encrypted = new HashMap<>(kafka);
        encrypted.putAll(settings);
        encrypted.put("security.protocol", "SSL");
        encrypted.put("bootstrap.servers", servers);
        return new TopicQuestion(encrypted, Map.of("conversation.events", 12));
    }

    private static SSLServerSocket broker(Path store) throws Exception {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .start()
                .waitFor();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
    }

    private static void shakeHands(SSLServerSocket broker) {
        while (!broker.isClosed()) {
            try (Socket client = broker.accept()) {
                ((SSLSocket) client).startHandshake();
            } catch (IOException e) {
                // The client hangs up, as it should
                continue;
            }
        }
    }

    @Test
    void thatNobodyAnswersIsNoFault() {
        Map<String, Object> away = new HashMap<>(kafka);
        away.put("bootstrap.servers", "127.0.0.1:1");
        TopicQuestion question = new TopicQuestion(away, Map.of("conversation.events", 12));

        assertThrows(TopicQuestion.KafkaAwayException.class, question::ask);
    }

    @Test
    void theServiceIsReadyWithAllItsTopics() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("Kafka's topics"));
    }
}
