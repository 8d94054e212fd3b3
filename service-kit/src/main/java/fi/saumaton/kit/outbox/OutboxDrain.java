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

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/**
 * Empties slots. Each round is a transaction: the slots' advisory locks (waiting for them; they end with the transaction,
 * also when the process dies), the oldest rows, all of them sent and acknowledged, all of them deleted. While Kafka is
 * away the transaction waits with its locks; it has written nothing yet, so it holds up no vacuum.
 *
 * <p>It uses the pool itself: there are no entities here, and no session beside it in this transaction. Statements go
 * out without waiting for the one before, two trips to the database a round, because under light load a drain is most
 * of what an event costs. A statement after a failed one fails too, and a commit then rolls back.
 */
final class OutboxDrain {

    /** Rows of a round; ends the loop when a round has fewer. */
    static final int LIMIT = 500;

    /** First half of an advisory lock's key, the slot being the other: spells "OB". */
    private static final int LOCK = 0x4F42;

    private static final String BEGIN = "begin";
    private static final String COMMIT = "commit";
    private static final String ROLLBACK = "rollback";
    /** In the order of the slots, so that two replicas never wait crosswise. */
    private static final String ACQUIRE =
            "select pg_advisory_xact_lock($1, s.slot) from (select unnest($2::int[]) as slot order by 1) s";

    /** Slot by slot along the index, so that a long backlog isn't sorted for each round. */
    private static final String SELECT = """
            select %1$s
            from unnest($1::int[]) as wanted(slot)
            cross join lateral (select * from outbox o where o.slot = wanted.slot order by o.seq limit %2$d) o
            order by seq limit %2$d
            """.formatted(OutboxRow.COLUMNS, LIMIT);

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

    /** Sends until nothing is left; to be called on a Vert.x context. */
    Future<Void> slots(Integer[] slots) {
        return pool.getConnection()
                .compose(connection -> rounds(connection, slots).eventually(() -> connection.close()));
    }

    private Future<Void> rounds(SqlConnection connection, Integer[] slots) {
        return round(connection, slots)
                .compose(sent -> sent < LIMIT ? Future.<Void>succeededFuture() : rounds(connection, slots));
    }

    private Future<Integer> round(SqlConnection connection, Integer[] slots) {
        Future<RowSet<Row>> begun = connection.query(BEGIN).execute();
        Future<RowSet<Row>> locked = connection.preparedQuery(ACQUIRE).execute(Tuple.of(LOCK, (Object) slots));
        Future<RowSet<Row>> selected = connection.preparedQuery(SELECT).execute(Tuple.of((Object) slots));
        return Future.all(begun, locked, selected)
                .compose(all -> send(connection, rows(selected.result())))
                .recover(failure -> rollback(connection, failure));
    }

    private Future<Integer> send(SqlConnection connection, List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return connection.query(COMMIT).execute().map(0);
        }
        return sender.deliver(records(rows)).compose(acknowledged -> delete(connection, rows));
    }

    private List<ProducerRecord<String, byte[]>> records(List<OutboxRow> rows) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            records.add(row.toRecord(topic, source, PublishSpan.traceparent(row, topic)));
        }
        return records;
    }

    private static Future<Integer> delete(SqlConnection connection, List<OutboxRow> rows) {
        UUID[] ids = rows.stream().map(OutboxRow::id).toArray(UUID[]::new);
        Future<RowSet<Row>> deleted = connection.preparedQuery(DELETE).execute(Tuple.of(ids));
        Future<RowSet<Row>> committed = connection.query(COMMIT).execute();
        return Future.all(deleted, committed).map(rows.size());
    }

    /** The connection must not go back to the pool inside a transaction, with the slot's lock. */
    private static Future<Integer> rollback(SqlConnection connection, Throwable failure) {
        return connection.query(ROLLBACK).execute().transform(done -> Future.failedFuture(failure));
    }

    private static List<OutboxRow> rows(RowSet<Row> result) {
        List<OutboxRow> rows = new ArrayList<>(result.size());
        for (Row row : result) {
            rows.add(OutboxRow.of(row));
        }
        return rows;
    }
}
