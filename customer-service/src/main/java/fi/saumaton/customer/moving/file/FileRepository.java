/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** Files and their parts. */
@ApplicationScoped
class FileRepository {
    private final Sql sql;

    FileRepository(Sql sql) {
        this.sql = sql;
    }

    /** Bytes of a file from a place on. */
    record Part(long start, byte[] content) {}

    Uni<Void> insert(ImportFile file, String by) {
        return sql.update(
                        "insert into import_file (id, name, size, uploaded_by, created_at) values (?1, ?2, 0, ?3, ?4)",
                        file.fileId(),
                        file.name(),
                        by,
                        file.createdAt())
                .replaceWithVoid();
    }

    Uni<Optional<ImportFile>> find(UUID id, boolean locked) {
        return sql.rows(
                        "select id, name, size, created_at from import_file where id = ?1"
                                + (locked ? " for update" : ""),
                        id)
                .map(rows -> rows.stream()
                        .map(row -> new ImportFile((UUID) row[0], (String) row[1], (Long) row[2], (Instant) row[3]))
                        .findFirst());
    }

    Uni<Void> append(UUID id, long start, byte[] content) {
        return sql.update(
                        "insert into import_file_part (file_id, start, content) values (?1, ?2, ?3)",
                        id,
                        start,
                        content)
                .chain(() -> sql.update("update import_file set size = ?2 where id = ?1", id, start + content.length))
                .replaceWithVoid();
    }

    /** The part in which a place is; empty behind the end. */
    Uni<Optional<Part>> part(UUID id, long place) {
        return sql.rows("""
                        select start, content from import_file_part
                        where file_id = ?1 and start <= ?2 order by start desc limit 1
                        """, id, place)
                .map(rows -> rows.stream()
                        .map(row -> new Part((Long) row[0], (byte[]) row[1]))
                        .filter(part -> place < part.start() + part.content().length)
                        .findFirst());
    }

    Uni<Integer> delete(UUID id) {
        return sql.update("delete from import_file where id = ?1", id);
    }

    Uni<Integer> deleteBefore(Instant time) {
        return sql.rows("delete from import_file where created_at < ?1 returning id", time)
                .map(List::size);
    }
}
