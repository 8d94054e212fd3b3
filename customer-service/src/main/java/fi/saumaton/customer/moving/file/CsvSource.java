/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.moving.file.Cutter.Cut;
import fi.saumaton.customer.moving.source.Reading;
import fi.saumaton.customer.moving.source.Source;
import fi.saumaton.customer.moving.source.SourcePage;
import fi.saumaton.customer.moving.source.SourceTrouble;
import fi.saumaton.customer.moving.source.What;

/** CSV files: contacts or tickets, one a row. */
@ApplicationScoped
class CsvSource implements Source {
    private final FilePages pages;

    CsvSource(FilePages pages) {
        this.pages = pages;
    }

    @Override
    public String system() {
        return "csv";
    }

    @Override
    public boolean ofFile() {
        return true;
    }

    @Override
    public Uni<Void> check(Reading reading) {
        return pages.check(reading);
    }

    @Override
    public Uni<SourcePage> page(Reading reading) {
        return pages.page(reading, true, (cut, page) -> read(reading, cut, page));
    }

    private static void read(Reading reading, Cut cut, FilePages.Page page) {
        if (page.header == null) {
            page.header = cut.text();
            if (!new CsvReader(page.header, reading.columns()).has("id")) {
                throw SourceTrouble.refused("The header names no id: say which column it is.");
            }
            return;
        }
        var reader = new CsvReader(page.header, reading.columns());
        if (reading.what() == What.CONTACTS) {
            var contact = reader.contact(cut.text());
            if (contact == null) {
                page.refuse(cut.line(), "no-id");
            } else {
                page.contacts.add(contact);
            }
        } else {
            var ticket = reader.ticket(cut.text());
            if (ticket == null) {
                page.refuse(cut.line(), "no-id-or-customer");
            } else {
                page.tickets.add(ticket);
            }
        }
    }
}
