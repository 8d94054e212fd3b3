/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Capabilities.DataRules;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.kit.sql.Sql;

/**
 * The table {@code content_term}: until when the words of a message may be kept, where the provider's terms say so. Such words stay in the gateway's database:
 * other services, and with them any model they may ask, get {@link #WITHHELD} instead.
 */
@ApplicationScoped
class ContentTerms {
    /** In events, in place of the words. */
    static final String WITHHELD = "[shown in the conversation only]";

    private final Sql sql;

    ContentTerms(Sql sql) {
        this.sql = sql;
    }

    @RegisterForReflection
    record Term(UUID messageId, String channel, Instant removeAt) {}

    /** Its writer has taken a message back: the provider's id of it. */
    @RegisterForReflection
    record Withdrawal(String channel, String providerId) {}

    /** What follows from the rules for a message that has come. */
    static void apply(DataRules rules, Inbound message, UUID messageId, Changes changes) {
        if (rules.keepContent() == null) {
            return;
        }
        changes.add(new Term(messageId, message.channel(), changes.now().plus(rules.keepContent())));
        if (message.kind() == MessageKind.DELETED) {
            message.answers().forEach(id -> changes.add(new Withdrawal(message.channel(), id)));
        }
    }

    /** What other services may know of a message's text. */
    static String told(Inbound message, DataRules rules) {
        return rules.staysHere() ? WITHHELD : message.text();
    }

    /** Joins the open transaction. */
    Uni<Void> note(List<Term> terms) {
        if (terms.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.update("""
                        insert into content_term (message_id, channel, remove_at)
                        select message_id, channel, remove_at from jsonb_to_recordset(cast(?1 as jsonb))
                            as r(message_id uuid, channel text, remove_at timestamptz)
                        """, sql.json(terms.stream().map(Row::of).toList())).replaceWithVoid();
    }

    /** The words are due at once; the sweep takes them. Joins the open transaction. */
    Uni<Void> withdraw(List<Withdrawal> withdrawals, Instant now) {
        if (withdrawals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.update("""
                        update content_term t set remove_at = ?2
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r("channel" text, "providerId" text), message m
                        where m.channel = r.channel and m.provider_id = r."providerId" and t.message_id = m.id
                            and t.remove_at > ?2
                        """, sql.json(withdrawals), now).replaceWithVoid();
    }

    @RegisterForReflection
    record Row(String message_id, String channel, String remove_at) {
        static Row of(Term term) {
            return new Row(
                    term.messageId().toString(), term.channel(), term.removeAt().toString());
        }
    }
}
