/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.OutboundFile;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SendPartsTest {
    private final List<DeliveryOutcome> called = new ArrayList<>();

    private DeliveryOutcome send(DeliveryOutcome... outcomes) {
        var parts = new ArrayList<Supplier<Uni<DeliveryOutcome>>>();
        for (var outcome : outcomes) {
            parts.add(() -> {
                called.add(outcome);
                return Uni.createFrom().item(outcome);
            });
        }
        return SendParts.inOrder(parts).await().indefinitely();
    }

    @Test
    void allPartsGoInOrder() {
        assertEquals(new DeliveryOutcome.Sent("2"), send(new DeliveryOutcome.Sent("1"), new DeliveryOutcome.Sent("2")));
    }

    @Test
    void nothingHasGoneWhenTheFirstFails() {
        var busy = new DeliveryOutcome.TemporaryFailure("busy");
        assertEquals(busy, send(busy, new DeliveryOutcome.Sent("2")));
        assertEquals(List.of(busy), called);
    }

    @Test
    void whatHasGoneInPartIsNotSentAgain() {
        assertEquals(
                new DeliveryOutcome.FinalFailure("1 of 2 parts went out. busy", null),
                send(new DeliveryOutcome.Sent("1"), new DeliveryOutcome.TemporaryFailure("busy")));
    }

    @Test
    void aFileThatIsNotTakenKeepsEverythingBack() {
        var files = List.of(
                new OutboundFile("a", "image/png", new byte[1]), new OutboundFile("b", "image/png", new byte[1]));
        var refused = new DeliveryOutcome.FinalFailure("too large");
        var outcome = Uploads.first(
                        files,
                        file -> Uni.createFrom()
                                .item(
                                        file.name().equals("a")
                                                ? new Uploads.Upload("1", null)
                                                : new Uploads.Upload(null, refused)),
                        ids -> Uni.createFrom().item(new DeliveryOutcome.Sent("sent")))
                .await()
                .indefinitely();
        assertEquals(refused, outcome);
    }
}
