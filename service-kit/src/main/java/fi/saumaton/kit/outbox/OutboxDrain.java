/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Empties a slot. Each round is a transaction: the slot's advisory lock (waiting for it; it ends with the transaction,
 * also when the process dies), the oldest rows, all of them sent and acknowledged, all of them deleted. While Kafka is
 * away the transaction waits with its lock; it has written nothing yet, so it holds up no vacuum.
 *
 * <p>It uses the pool itself: there are no entities here, and no session beside it in this transaction.
 */
final class OutboxDrain {

    /** Rows of a round; ends the loop when a round has fewer. */
    static final int LIMIT = 500;

    /** First half of the advisory lock's key, the slot being the other: spells "OB". */
    private static final int LOCK = 0x4F42;

    private static final String ACQUIRE = "select pg_advisory_xact_lock($1, $2)";
    private static final String SELECT =
            "select " + OutboxRow.COLUMNS + " from outbox where slot = $1 order by seq limit " + LIMIT;
    private static final String DELETE = "delete from outbox where id = any($1)";

    private final Pool pool;
    private final RecordSender sender;
    private final String topic;
    private final Header source;

    OutboxDrain(Pool pool, RecordSender sender, String topic, String service) {
        this.pool = pool;
        this.sender = sender;
        this.topic = topic;
        this.source = OutboxRow.header("ce_source", "/saumaton/" + service);
    }

    /** Sends until nothing is left; the number of rows of the last round. */
    Uni<Integer> slot(int slot) {
        return round(slot).chain(sent -> sent < LIMIT ? Uni.createFrom().item(sent) : slot(slot));
    }

    private Uni<Integer> round(int slot) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(ACQUIRE)
                .execute(Tuple.of(LOCK, slot))
                .chain(() -> connection.preparedQuery(SELECT).execute(Tuple.of(slot)))
                .map(OutboxDrain::rows)
                .call(rows -> send(rows))
                .call(rows -> delete(connection, rows))
                .map(List::size));
    }

    private static List<OutboxRow> rows(RowSet<Row> result) {
        List<OutboxRow> rows = new ArrayList<>(result.size());
        for (Row row : result) {
            rows.add(OutboxRow.of(row));
        }
        return rows;
    }

    private Uni<Void> send(List<OutboxRow> rows) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(rows.size());
        PublishSpans spans = new PublishSpans(topic);
        for (OutboxRow row : rows) {
            records.add(row.toRecord(topic, source, spans.start(row)));
        }
        return spans.around(sender.send(records));
    }

    private static Uni<Void> delete(SqlConnection connection, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids = rows.stream().map(OutboxRow::id).toArray(UUID[]::new);
        return connection.preparedQuery(DELETE).execute(Tuple.of(ids)).replaceWithVoid();
    }
}
