/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Takes in files part by part, so that none is ever in memory as a whole, and an upload that broke off goes on. */
@ApplicationScoped
class FileService {
    private final Transactions transactions;
    private final FileRepository files;
    private final FileConfig config;
    private final Clock clock;

    FileService(Transactions transactions, FileRepository files, FileConfig config, Clock clock) {
        this.transactions = transactions;
        this.files = files;
        this.config = config;
        this.clock = clock;
    }

    Uni<ImportFile> begin(String name, String by) {
        var file = new ImportFile(Ids.next(), name, 0, clock.instant());
        return transactions.write(() -> files.insert(file, by)).replaceWith(file);
    }

    Uni<ImportFile> get(UUID id) {
        return transactions
                .read(() -> files.find(id, false))
                .map(found -> found.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such file.")));
    }

    /** A part that is there already is taken for what it is: sent twice. */
    Uni<ImportFile> append(UUID id, long start, byte[] content) {
        return transactions.write(() -> files.find(id, true).chain(found -> {
            var file = found.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such file."));
            if (start + content.length <= file.size()) {
                return Uni.createFrom().item(file);
            }
            if (start != file.size()) {
                throw new Problem(FileProblem.OTHER_PLACE, "The file goes on at another place.")
                        .with("size", file.size());
            }
            if (start + content.length > config.largest().asLongValue()) {
                throw new Problem(CommonProblem.TOO_LARGE, "The file is too large.")
                        .with("limit", config.largest().asLongValue());
            }
            return files.append(id, start, content)
                    .replaceWith(new ImportFile(id, file.name(), start + content.length, file.createdAt()));
        }));
    }

    Uni<Void> delete(UUID id) {
        return transactions
                .write(() -> files.delete(id))
                .invoke(count -> {
                    if (count == 0) {
                        throw new Problem(CommonProblem.NOT_FOUND, "There is no such file.");
                    }
                })
                .replaceWithVoid();
    }

    /** Bytes from a place on: the rest of the part that it is in, then as many parts as it takes to have some. */
    Uni<byte[]> read(UUID id, long place, int least) {
        return transactions.read(() -> more(id, place, new byte[0], least));
    }

    private Uni<byte[]> more(UUID id, long place, byte[] read, int least) {
        return files.part(id, place + read.length).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(read);
            }
            var part = found.get();
            int from = (int) (place + read.length - part.start());
            var all = new byte[read.length + part.content().length - from];
            System.arraycopy(read, 0, all, 0, read.length);
            System.arraycopy(part.content(), from, all, read.length, part.content().length - from);
            return all.length >= least ? Uni.createFrom().item(all) : more(id, place, all, least);
        });
    }

    @Scheduled(every = "PT1H", delayed = "PT1M", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        var before = clock.instant().minus(config.keep());
        return transactions.write(() -> files.deleteBefore(before)).replaceWithVoid();
    }
}
