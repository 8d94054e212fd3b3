/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.moving.file.Cutter.Cut;
import fi.saumaton.customer.moving.source.Reading;
import fi.saumaton.customer.moving.source.Source;
import fi.saumaton.customer.moving.source.SourcePage;
import fi.saumaton.customer.moving.source.What;

/** JSON Lines: contacts and tickets in one file, each read in its turn. */
@ApplicationScoped
class JsonLinesSource implements Source {
    private final FilePages pages;
    private final ObjectMapper mapper;

    JsonLinesSource(FilePages pages, ObjectMapper mapper) {
        this.pages = pages;
        this.mapper = mapper;
    }

    @Override
    public String system() {
        return "json-lines";
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
        return pages.page(reading, false, (cut, page) -> read(reading.what(), cut, page));
    }

    private void read(What what, Cut cut, FilePages.Page page) {
        JsonNode line;
        try {
            line = mapper.readTree(cut.text());
        } catch (JsonProcessingException unreadable) {
            refuse(what, cut, page, "not-json");
            return;
        }
        if (LineReader.isTicket(line) != (what == What.TICKETS)) {
            return;
        }
        if (what == What.TICKETS) {
            var ticket = LineReader.ticket(line);
            if (ticket == null) {
                page.refuse(cut.line(), "no-id-or-customer");
            } else {
                page.tickets.add(ticket);
            }
        } else {
            var contact = LineReader.contact(line);
            if (contact == null) {
                page.refuse(cut.line(), "no-id");
            } else {
                page.contacts.add(contact);
            }
        }
    }

    /** What nobody can read is told of once, when the file is read for its contacts. */
    private static void refuse(What what, Cut cut, FilePages.Page page, String reason) {
        if (what == What.CONTACTS) {
            page.refuse(cut.line(), reason);
        }
    }
}
