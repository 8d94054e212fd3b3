/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.customer.matching.Field;
import fi.saumaton.customer.matching.Person;

/**
 * People as the generator of Febrl writes them (Christen, "Febrl – a freely available record linkage system", 2008): a
 * line per record, and the truth in its id: {@code rec-N-org} and {@code rec-N-dup-k} are person N.
 *
 * @param truth the number of the person by the record's id; the rules never see it
 */
record FebrlFile(List<Person> people, Map<UUID, String> truth) {
    private static final String ID = "rec_id";

    private static final Map<String, Field> COLUMNS = Map.ofEntries(
            Map.entry("given_name", Field.GIVEN_NAME),
            Map.entry("surname", Field.FAMILY_NAME),
            Map.entry("street_number", Field.STREET_NUMBER),
            Map.entry("address_1", Field.STREET),
            Map.entry("address_2", Field.ADDRESS_EXTRA),
            Map.entry("suburb", Field.LOCALITY),
            Map.entry("postcode", Field.POSTAL_CODE),
            Map.entry("state", Field.REGION),
            Map.entry("date_of_birth", Field.BIRTH_DATE),
            Map.entry("soc_sec_id", Field.NATIONAL_ID),
            Map.entry("phone_number", Field.PHONE),
            Map.entry("email", Field.EMAIL));

    /**
     * @param file tells the records of two files apart
     * @param without columns that are left out
     */
    static FebrlFile read(Path path, int file, Set<String> without) throws IOException {
        var lines = Files.readAllLines(path, StandardCharsets.UTF_8);
        var header = lines.isEmpty() ? List.<String>of() : cells(lines.getFirst());
        if (!header.contains(ID)) {
            throw new IOException(path + " is no FEBRL file: its first line names no column " + ID);
        }
        var columns =
                header.stream().map(name -> without.contains(name) ? ID : name).toList();
        List<Person> people = new ArrayList<>();
        Map<UUID, String> truth = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                var cells = cells(lines.get(i));
                var person = Person.of(new UUID(file, i), values(columns, cells));
                people.add(person);
                truth.put(person.id(), number(cells.get(header.indexOf(ID))));
            }
        }
        return new FebrlFile(people, truth);
    }

    private static Map<Field, String> values(List<String> columns, List<String> cells) {
        var values = new EnumMap<Field, String>(Field.class);
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            var field = COLUMNS.get(columns.get(i));
            if (field != null) {
                values.put(field, cells.get(i));
            }
        }
        return values;
    }

    private static String number(String id) {
        var parts = id.split("-");
        return parts.length > 1 ? parts[1] : id;
    }

    /** Commas between quotes belong to the value. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
