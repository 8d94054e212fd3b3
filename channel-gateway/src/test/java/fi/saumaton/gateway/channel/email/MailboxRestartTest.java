/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.channel.email.MailboxPoller.MailboxState;
import fi.saumaton.gateway.ingress.Ingress;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Pollers that die, compete and start over. They read a mailbox that the application itself leaves alone. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = MailPorts.class, scope = TestResourceScope.GLOBAL)
class MailboxRestartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String RESTART = "restart@saumaton.test";

    @Inject
    EmailChannels channels;

    @Inject
    MailboxService mailboxes;

    @Inject
    UnreadableMailService unreadable;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Ingress ingress;

    @Inject
    Clock clock;

    private MailWorld mail;
    private EventLog log;

    @BeforeEach
    void start() {
        mail = MailWorld.start();
        log = new EventLog("conversation.events");
    }

    @AfterEach
    void stop() {
        log.close();
        mail.close();
    }

    private MailboxPoller poller(MailboxService positions) {
        var channel = channels.mailboxes().stream()
                .filter(email -> email.name().equals("email:restart"))
                .findFirst()
                .orElseThrow();
        return new MailboxPoller(channel, positions, unreadable, new MailHandover(channel, positions, ingress, clock));
    }

    /** Dies as SIGKILL would: after a mail is durable in ingress, before its position is; the lease stays behind. */
    private final class Dying extends MailboxService {
        private int left;

        Dying(int mails) {
            super(transactions, sql);
            left = mails;
        }

        @Override
        boolean taken(String channel, UUID holder, long uid, String messageKey, String contentHash) {
            if (left-- <= 0) {
                throw new IllegalStateException("killed");
            }
            return super.taken(channel, holder, uid, messageKey, contentHash);
        }

        @Override
        boolean lease(String channel, UUID holder, Duration duration) {
            return left >= 0 && super.lease(channel, holder, duration);
        }

        @Override
        void release(String channel, UUID holder) {
            // nobody is left to give it back
        }
    }

    private static String mikko(String subject, int number) {
        return "From: mikko@example.test\nTo: %s\nSubject: %s\nMessage-ID: <%s-%d@example.test>\n\nviesti %d\n"
                .formatted(RESTART, subject, subject, number, number);
    }

    private List<String> texts(String subject) {
        return log.of("message-received", "subject", subject).stream()
                .map(event -> event.text("text"))
                .toList();
    }

    private static List<String> expected(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> "viesti " + n).toList();
    }

    @Test
    void aPollerThatDiesInTheMiddleNeitherLosesNorDoublesAMail() throws InterruptedException {
        var subject = "kuolema-" + UUID.randomUUID();
        IntStream.rangeClosed(1, 20).forEach(n -> mail.deliver(RESTART, mikko(subject, n)));
        var dying = poller(new Dying(7));
        dying.start();
        await().atMost(PATIENCE).until(() -> texts(subject).size() == 8);

        var next = poller(mailboxes);
        next.start();
        try {
            await().atMost(PATIENCE).until(() -> texts(subject).size() >= 20);
            mail.deliver(RESTART, mikko(subject, 21));
            await().atMost(PATIENCE).until(() -> texts(subject).size() >= 21);
            assertEquals(expected(21), texts(subject));
        } finally {
            dying.stop(Duration.ofSeconds(5));
            next.stop(Duration.ofSeconds(5));
        }
    }

    @Test
    void oneOfTwoPollersReadsAndTheOtherTakesOver() throws InterruptedException {
        var subject = "kilpailu-" + UUID.randomUUID();
        var one = poller(mailboxes);
        one.start();
        await().atMost(PATIENCE).until(() -> one.state() == MailboxState.READING);
        var two = poller(mailboxes);
        two.start();
        await().atMost(PATIENCE).until(() -> two.state() == MailboxState.STANDBY);
        try {
            mail.deliver(RESTART, mikko(subject, 1));
            await().atMost(PATIENCE).until(() -> texts(subject).size() == 1);
            one.stop(Duration.ofSeconds(5));
            mail.deliver(RESTART, mikko(subject, 2));
            await().atMost(PATIENCE).until(() -> texts(subject).size() == 2);
            assertEquals(MailboxState.READING, two.state());
        } finally {
            one.stop(Duration.ofSeconds(5));
            two.stop(Duration.ofSeconds(5));
        }
    }

    @Test
    void afterANewUidValidityOnlyUnknownMailIsTaken() throws InterruptedException {
        var subject = "alusta-" + UUID.randomUUID();
        var poller = poller(mailboxes);
        poller.start();
        try {
            mail.deliver(RESTART, mikko(subject, 1));
            mail.deliver(RESTART, mikko(subject, 2));
            await().atMost(PATIENCE).until(() -> texts(subject).size() == 2);

            mail.close();
            await().atMost(PATIENCE).until(() -> poller.state() == MailboxState.DOWN);
            mail.open();
            mail.deliver(RESTART, mikko(subject, 1));
            mail.deliver(RESTART, mikko(subject, 2));
            mail.deliver(RESTART, mikko(subject, 3));

            await().atMost(PATIENCE).until(() -> texts(subject).size() >= 3);
            assertEquals(expected(3), texts(subject));
        } finally {
            poller.stop(Duration.ofSeconds(5));
        }
    }
}
