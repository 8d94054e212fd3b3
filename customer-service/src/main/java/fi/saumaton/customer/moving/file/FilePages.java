/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.moving.file.Cutter.Cut;
import fi.saumaton.customer.moving.source.ForeignContact;
import fi.saumaton.customer.moving.source.ForeignTicket;
import fi.saumaton.customer.moving.source.Reading;
import fi.saumaton.customer.moving.source.SourcePage;
import fi.saumaton.customer.moving.source.SourcePage.Unreadable;
import fi.saumaton.customer.moving.source.SourceTrouble;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Pages of a file: some records, and where the next ones begin. */
@ApplicationScoped
class FilePages {
    private static final int RECORDS = 100;

    private final FileService files;

    FilePages(FileService files) {
        this.files = files;
    }

    /** What a page's records become. */
    static final class Page {
        final List<ForeignContact> contacts = new ArrayList<>();
        final List<ForeignTicket> tickets = new ArrayList<>();
        final List<Unreadable> unreadable = new ArrayList<>();
        String header;

        void refuse(long line, String reason) {
            unreadable.add(new Unreadable("line " + line, reason));
        }
    }

    /** A file's system has any name; the file has to be there. */
    Uni<Void> check(Reading reading) {
        if (reading.fileId() == null) {
            throw new Problem(CommonProblem.INVALID, "Say which file.").with("field", "fileId");
        }
        return files.get(reading.fileId())
                .onFailure(Problem.class)
                .transform(gone -> new Problem(CommonProblem.INVALID, "There is no such file.").with("field", "fileId"))
                .replaceWithVoid();
    }

    /**
     * @param quotes whether quoted fields go over several lines
     * @param reader of one record
     */
    Uni<SourcePage> page(Reading reading, boolean quotes, BiConsumer<Cut, Page> reader) {
        var place = Place.of(reading.cursor());
        return files.get(reading.fileId())
                .onFailure(Problem.class)
                .transform(gone -> SourceTrouble.refused("The file is not there any more."))
                .chain(file -> files.read(reading.fileId(), place.at(), 2 * Cutter.LONGEST)
                        .map(bytes -> {
                            boolean end = place.at() + bytes.length >= file.size();
                            return page(Cutter.cut(bytes, end, place, quotes, RECORDS), place, file.size(), reader);
                        }));
    }

    private static SourcePage page(Cutter.Cuts cuts, Place place, long size, BiConsumer<Cut, Page> reader) {
        var page = new Page();
        page.header = place.header();
        for (var cut : cuts.records()) {
            if (cut.text() == null) {
                page.refuse(cut.line(), cut.reason());
            } else {
                reader.accept(cut, page);
            }
        }
        var next = cuts.next();
        return new SourcePage(
                page.contacts,
                page.tickets,
                page.unreadable,
                next.at() >= size ? null : next.with(page.header).cursor(),
                size == 0 ? 1 : (double) next.at() / size);
    }
}
