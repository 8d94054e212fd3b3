/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/**
 * Takes away what customers wrote where a provider's terms ask for it ({@link fi.saumaton.gateway.channel.Capabilities.DataRules#keepContent}): the words, the
 * files, the record as it came, and what desks were told of it. That something was written, by whom and when, stays.
 */
@ApplicationScoped
class ContentRemovalService {
    private static final int BATCH = 200;

    /** What is due; the rows stay locked, so that no other replica takes them. */
    private static final String DUE = """
            select message_id from content_term where remove_at <= ?1 order by remove_at limit %d for update skip locked
            """.formatted(BATCH);

    /** In this order. A recipient of the stream must not miss a number, so its event stays and loses the words. */
    private static final List<String> REMOVALS = List.of("""
            update stream_event e
            set data = replace(e.data::text, '"text": ' || to_jsonb(m.text)::text, '"text": "[removed]"')::jsonb
            from message m
            where m.id = any(?1) and e.data::text like '%' || m.id || '%'
            """, """
            delete from attachment where message_id = any(?1)
            """, """
            update message
            set text = '[removed: the channel''s terms allow keeping it no longer]', full_text = null, html = null, raw = null,
                author_name = null, attachments = '[]'
            where id = any(?1)
            """, """
            delete from content_term where message_id = any(?1)
            """);

    private final Transactions transactions;
    private final Sql sql;
    private final Channels channels;
    private final MeterRegistry metrics;
    private final Clock clock;

    ContentRemovalService(Transactions transactions, Sql sql, Channels channels, MeterRegistry metrics, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.channels = channels;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** All that is due, batch after batch; how many messages that were. */
    Uni<Long> sweep() {
        return records().chain(() -> messages(0));
    }

    private Uni<Long> messages(long before) {
        return transactions
                .write(() -> batch(clock.instant()))
                .invoke(removed -> metrics.counter("saumaton.content.removed").increment(removed))
                .chain(removed -> removed == BATCH
                        ? messages(before + removed)
                        : Uni.createFrom().item(before + removed));
    }

    private Uni<Integer> batch(Instant now) {
        return sql.rows(DUE, now).chain(rows -> {
            var ids = rows.stream().map(row -> (UUID) row[0]).toArray(UUID[]::new);
            return ids.length == 0 ? Uni.createFrom().item(0) : remove(ids).replaceWith(ids.length);
        });
    }

    private Uni<Void> remove(UUID[] ids) {
        var chain = Uni.createFrom().voidItem();
        for (var removal : REMOVALS) {
            chain = chain.chain(() -> sql.update(removal, (Object) ids)).replaceWithVoid();
        }
        return chain;
    }

    /** Bodies that were kept out of Kafka, and records that nobody understood. */
    private Uni<Void> records() {
        var now = clock.instant();
        var chain = transactions
                .write(() -> sql.update("delete from ingress_blob where remove_at <= ?1", now))
                .replaceWithVoid();
        for (Channel channel : channels.all()) {
            var keep = channel.capabilities().data().keepContent();
            if (keep != null) {
                chain = chain.chain(() -> transactions.write(() -> sql.update(
                                "delete from unsupported_record where channel = ?1 and received_at <= ?2",
                                channel.name(),
                                now.minus(keep))))
                        .replaceWithVoid();
            }
        }
        return chain;
    }
}
