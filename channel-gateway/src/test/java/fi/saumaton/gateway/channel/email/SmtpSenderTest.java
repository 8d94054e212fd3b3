/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.email.EmailConfig.Smtp;
import fi.saumaton.gateway.channel.email.EmailConfig.Tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class SmtpSenderTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({
        "421,TemporaryFailure",
        "450,TemporaryFailure",
        "451,TemporaryFailure",
        "452,TemporaryFailure",
        "535,TemporaryFailure",
        "530,TemporaryFailure",
        "550,FinalFailure",
        "552,FinalFailure",
        "554,FinalFailure"
    })
    void theServersCodeDecides(int code, String outcome) {
        var refusal = new SMTPException(
                "refused mikko@example.test", code, List.of(code + " <mikko@example.test> refused"), code >= 500);

        var decided = SmtpSender.outcome(refusal);

        assertEquals(outcome, decided.getClass().getSimpleName());
        assertFalse(decided.toString().contains("mikko"), decided.toString());
    }

    @Test
    void whatCouldNotConnectHasNotGoneOut() {
        assertEquals(
                new DeliveryOutcome.TemporaryFailure("mail server not reachable"),
                SmtpSender.outcome(new ConnectException("x")));
        assertEquals(
                new DeliveryOutcome.TemporaryFailure("mail server not found"),
                SmtpSender.outcome(new UnknownHostException("x")));
    }

    @Test
    void whatBrokeOffMayHaveGoneOut() {
        assertEquals(
                "Uncertain",
                SmtpSender.outcome(new TimeoutException("x")).getClass().getSimpleName());
        assertEquals(
                "Uncertain", SmtpSender.outcome(new IOException("x")).getClass().getSimpleName());
    }

    @Test
    void aServerThatAcceptsHasIt() throws Exception {
        assertEquals(DeliveryOutcome.sent(), send(Map.of()));
    }

    @Test
    void aServerThatKnowsNoSuchRecipientRefusesForGood() throws Exception {
        assertEquals(
                new DeliveryOutcome.FinalFailure("refused by the mail server (550 5.1.1)"),
                send(Map.of("RCPT", "550 5.1.1 no such user mikko")));
    }

    @Test
    void aServerThatIsGreylistingRefusesForNow() throws Exception {
        assertEquals(
                new DeliveryOutcome.TemporaryFailure("refused by the mail server (451)"),
                send(Map.of("RCPT", "451 come again")));
    }

    @Test
    void aServerThatFallsSilentAfterTheMailLeavesDoubt() throws Exception {
        assertEquals(new DeliveryOutcome.Uncertain("no answer from the mail server in time"), send(Map.of(".", "")));
    }

    @Test
    void aServerThatHangsUpAfterTheMailLeavesDoubt() throws Exception {
        assertEquals(new DeliveryOutcome.Uncertain("connection to the mail server lost"), send(Map.of(".", "close")));
    }

    @Test
    void noServerAtAllIsATemporaryFailure() throws Exception {
        assertEquals(
                new DeliveryOutcome.TemporaryFailure("mail server not reachable"),
                new SmtpSender(vertx, smtp(freePort()), "saumaton.test")
                        .send(mail())
                        .await()
                        .atMost(Duration.ofSeconds(10)));
    }

    /** A small SMTP server that says yes to everything but what is scripted by command. */
    private DeliveryOutcome send(Map<String, String> script) throws Exception {
        int port = freePort();
        vertx.createNetServer()
                .connectHandler(socket -> talk(socket, script))
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return new SmtpSender(vertx, smtp(port), "saumaton.test")
                .send(mail())
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static void talk(NetSocket socket, Map<String, String> script) {
        socket.write("220 mx.example.test\r\n");
        var inMail = new boolean[1];
        socket.handler(RecordParser.newDelimited("\r\n", line -> {
            var text = line.toString();
            if (inMail[0] && !text.equals(".")) {
                return;
            }
            var command = text.split(" ")[0];
            inMail[0] = command.equals("DATA");
            var answer = script.getOrDefault(command, inMail[0] ? "354 go on" : "250 yes");
            if (answer.equals("close")) {
                socket.close();
            } else if (!answer.isEmpty()) {
                socket.write(answer + "\r\n");
            }
        }));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static MailMessage mail() {
        return new MailMessage()
                .setFrom("support@saumaton.test")
                .setTo("mikko@example.test")
                .setText("Hei");
    }

    private static Smtp smtp(int port) {
        return new Smtp() {
            @Override
            public String host() {
                return "127.0.0.1";
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public Optional<String> user() {
                return Optional.empty();
            }

            @Override
            public Optional<String> password() {
                return Optional.empty();
            }

            @Override
            public Tls tls() {
                return Tls.NONE;
            }

            @Override
            public int connections() {
                return 1;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(1);
            }
        };
    }
}
