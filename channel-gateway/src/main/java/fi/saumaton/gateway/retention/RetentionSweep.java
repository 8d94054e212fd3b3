/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.retention;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.retention.Forgetting;

/** Forgets what has been kept long enough; every replica does. */
@ApplicationScoped
class RetentionSweep {
    private static final String CLAIMS = Forgetting.rows("claim", "made_at < ?1");
    private static final String STREAM_EVENTS = Forgetting.rows("stream_event", "at < ?1");
    private static final String BLOBS = Forgetting.rows("ingress_blob", "created_at < ?1");
    private static final String MAILS = Forgetting.rows("mailbox_mail", "taken_at < ?1");
    private static final String ERASED_HANDLES = Forgetting.rows("erased_handle", "erased_at < ?1");
    private static final String EARLY_RECEIPTS = Forgetting.rows("early_receipt", "received_at < ?1");
    private static final String UNSUPPORTED = Forgetting.rows("unsupported_record", "received_at < ?1");
    private static final String IDLE_RECIPIENTS = Forgetting.rows(
            "recipient",
            "updated_at < ?1 and not exists (select from stream_event e where e.recipient = recipient.id)");

    private final Forgetting forgetting;
    private final RetentionConfig config;

    RetentionSweep(Forgetting forgetting, RetentionConfig config) {
        this.forgetting = forgetting;
        this.config = config;
    }

    @Scheduled(
            every = "${saumaton.retention.sweep-every:PT10M}",
            delayed = "PT1M",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return forgetting
                .forget("stream events", config.streamEvents(), STREAM_EVENTS)
                .chain(() -> forgetting.forget("idle recipients", config.idleRecipients(), IDLE_RECIPIENTS))
                .chain(() -> forgetting.forget("blobs", config.blobs(), BLOBS))
                .chain(() -> forgetting.forget("claims", config.claims(), CLAIMS))
                .chain(() -> forgetting.forget("taken mails", config.mails(), MAILS))
                .chain(() -> forgetting.forget("hashes of erased handles", config.erasedHandles(), ERASED_HANDLES))
                .chain(() -> forgetting.forget("early receipts", config.earlyReceipts(), EARLY_RECEIPTS))
                .chain(() -> forgetting.forget("unsupported records", config.unsupportedRecords(), UNSUPPORTED))
                .replaceWithVoid();
    }
}
