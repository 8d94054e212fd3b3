/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.conversation.Told;
import fi.saumaton.gateway.delivery.ReceiptService;
import fi.saumaton.gateway.stream.Recipients;
import fi.saumaton.gateway.stream.StreamService;

/** Makes receipts of what widgets acknowledge: the messages among the events up to a sequence. */
@ApplicationScoped
class VisitorReceipts {
    private static final Logger LOG = Logger.getLogger(VisitorReceipts.class);

    private final StreamService stream;
    private final ReceiptService receipts;
    private final ObjectMapper mapper;
    private final Clock clock;

    VisitorReceipts(StreamService stream, ReceiptService receipts, ObjectMapper mapper, Clock clock) {
        this.stream = stream;
        this.receipts = receipts;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The widget comes again with what fails here: a later acknowledgement covers it. */
    Uni<Void> upTo(Visitor visitor, long sequence, boolean read) {
        return stream.dataUpTo(Recipients.visitor(visitor.id().toString()), Told.MESSAGE_SENT, sequence)
                .map(sent ->
                        sent.stream().map(data -> receipt(visitor, data, read)).toList())
                .chain(receipts::apply)
                .onFailure()
                .invoke(failure -> LOG.debug("Receipts wait for the next acknowledgement", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Receipt receipt(Visitor visitor, String data, boolean read) {
        try {
            var id = mapper.readTree(data).path("message").path("messageId").asText();
            var status = read ? Receipt.Status.READ : Receipt.Status.DELIVERED;
            return new Receipt(visitor.channel(), id, status, null, clock.instant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
