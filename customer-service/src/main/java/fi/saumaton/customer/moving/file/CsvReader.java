/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.moving.source.Fields;
import fi.saumaton.customer.moving.source.ForeignContact;
import fi.saumaton.customer.moving.source.ForeignContact.Address;
import fi.saumaton.customer.moving.source.ForeignTicket;
import fi.saumaton.customer.moving.source.ForeignTicket.From;
import fi.saumaton.customer.moving.source.ForeignTicket.Message;
import fi.saumaton.customer.moving.source.ForeignTicket.State;
import fi.saumaton.customer.person.PersonDetails;

/** Reads the rows of a CSV file by its header: RFC 4180, separated by comma, semicolon or tabulator. */
final class CsvReader {
    /** What the ended states are called in exports. */
    private static final Set<String> ENDED = Set.of(
            "closed", "solved", "resolved", "done", "ended", "suljettu", "ratkaistu", "valmis", "stängd", "löst");

    private static final Set<String> WAITING = Set.of("pending", "waiting", "odottaa", "väntar");

    private final char separator;
    private final Map<String, Integer> places = new HashMap<>();

    /** @param columns our field to its header, where it is called otherwise */
    CsvReader(String header, Map<String, String> columns) {
        this.separator = separator(header);
        var headers = cells(header).stream().map(CsvReader::plain).toList();
        for (int i = 0; i < headers.size(); i++) {
            places.putIfAbsent(headers.get(i), i);
        }
        columns.forEach((field, named) -> {
            int place = headers.indexOf(plain(named));
            if (place >= 0) {
                places.put(plain(field), place);
            }
        });
    }

    boolean has(String field) {
        return places.containsKey(plain(field));
    }

    private static char separator(String header) {
        return Stream.of(';', '\t', ',')
                .max(Comparator.comparingLong(
                        mark -> header.chars().filter(c -> c == mark).count()))
                .orElseThrow();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
    }

    private List<String> cells(String record) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            char c = record.charAt(i);
            if (c == '"' && quoted && i + 1 < record.length() && record.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** A row's fields by their names. */
    private final class Row {
        private final List<String> cells;

        Row(String record) {
            this.cells = cells(record);
        }

        String text(String field, int longest) {
            var place = places.get(plain(field));
            return place == null || place >= cells.size() ? null : Fields.filled(cells.get(place), longest);
        }
    }

    /** Null without an id. */
    ForeignContact contact(String record) {
        var row = new Row(record);
        var id = row.text("id", 200);
        return id == null ? null : contact(row, id, row.text("createdAt", 40), row.text("changedAt", 40));
    }

    private static ForeignContact contact(Row row, String id, String createdAt, String changedAt) {
        var given = row.text("givenName", 100);
        var family = row.text("familyName", 100);
        var name = row.text("name", 200);
        var joined = Stream.of(given, family).filter(part -> part != null).reduce((a, b) -> a + " " + b);
        return new ForeignContact(
                id,
                name == null ? joined.orElse(null) : name,
                Fields.addresses(
                        new Address(Handle.EMAIL, row.text("email", 300)),
                        new Address(Handle.PHONE, row.text("phone", 100)),
                        new Address(Handle.CUSTOMER_NUMBER, row.text("customerNumber", 255))),
                new PersonDetails(
                        given,
                        family,
                        row.text("birthDate", 20),
                        row.text("street", 100),
                        row.text("streetNumber", 20),
                        row.text("addressExtra", 100),
                        row.text("postalCode", 20),
                        row.text("locality", 100),
                        row.text("region", 100),
                        null,
                        null,
                        null),
                Fields.language(row.text("language", 35)),
                Fields.time(createdAt),
                Fields.time(changedAt));
    }

    /** Null without an id, or without anybody whose it is. */
    ForeignTicket ticket(String record) {
        var row = new Row(record);
        var id = row.text("id", 200);
        var contactId = row.text("contactId", 200);
        var email = row.text("email", 300);
        var phone = row.text("phone", 100);
        if (id == null || contactId == null && email == null && phone == null) {
            return null;
        }
        var createdAt = Fields.time(row.text("createdAt", 40));
        var text = row.text("text", 100_000);
        var state = state(row.text("state", 40));
        var changedAt = Fields.time(row.text("changedAt", 40));
        var endedAt = Fields.time(row.text("endedAt", 40));
        var known = contactId != null ? contactId : email != null ? email : phone;
        return new ForeignTicket(
                id,
                row.text("number", 60),
                row.text("subject", 200),
                row.text("channel", 40),
                state,
                known,
                contactId != null && email == null && phone == null
                        ? null
                        : contact(row, known, row.text("createdAt", 40), null),
                createdAt,
                changedAt,
                state == State.ENDED ? endedAt : null,
                text == null || createdAt == null
                        ? List.of()
                        : List.of(new Message("text-" + id, createdAt, From.CUSTOMER, row.text("name", 200), text)),
                0);
    }

    private static State state(String text) {
        var plain = text == null ? "" : text.toLowerCase(Locale.ROOT);
        return ENDED.contains(plain) ? State.ENDED : WAITING.contains(plain) ? State.WAITING : State.OPEN;
    }
}
