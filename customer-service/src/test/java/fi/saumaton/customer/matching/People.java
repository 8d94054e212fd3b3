/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Made-up people, and what careless typing makes of them; always the same ones for one seed. */
public final class People {
    private static final String[] SYLLABLES = {
        "ka", "ri", "mi", "lo", "ta", "no", "vi", "su", "pe", "ha", "jo", "le", "ra", "ty", "ni", "ke", "sa", "mo"
    };

    private final Random random;
    private final List<Map<Field, String>> written = new ArrayList<>();
    private final Map<UUID, Integer> whoItIs = new HashMap<>();
    private final List<Person> records = new ArrayList<>();

    public People(long seed) {
        random = new Random(seed);
    }

    /** As many people as asked for, with up to the given number of further records of each. */
    public People with(int number, int furtherRecords, int errors) {
        for (int i = 0; i < number; i++) {
            int person = written.size();
            written.add(invent());
            record(person, written.get(person));
            int further = furtherRecords == 0 ? 0 : random.nextInt(furtherRecords + 1);
            for (int k = 0; k < further; k++) {
                record(person, spoil(written.get(person), 1 + random.nextInt(errors)));
            }
        }
        return this;
    }

    /** Somebody else with the same address, and mostly the same family name, for every second person so far. */
    public People withHouseholds() {
        int before = written.size();
        for (int i = 0; i < before; i += 2) {
            var other = invent();
            for (var field : List.of(Field.STREET, Field.STREET_NUMBER, Field.POSTAL_CODE, Field.LOCALITY)) {
                other.put(field, written.get(i).get(field));
            }
            if (random.nextInt(10) < 7) {
                other.put(Field.FAMILY_NAME, written.get(i).get(Field.FAMILY_NAME));
            }
            written.add(other);
            record(written.size() - 1, other);
        }
        return this;
    }

    public List<Person> records() {
        return records;
    }

    public boolean same(Candidate found) {
        return whoItIs.get(found.a().id()).equals(whoItIs.get(found.b().id()));
    }

    /** How many pairs of records are of one person. */
    public long pairs() {
        Map<Integer, Long> sizes = new HashMap<>();
        whoItIs.values().forEach(person -> sizes.merge(person, 1L, Long::sum));
        return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }

    private void record(int person, Map<Field, String> values) {
        var id = new UUID(random.nextLong(), random.nextLong());
        whoItIs.put(id, person);
        records.add(Person.of(id, values));
    }

    private Map<Field, String> invent() {
        var values = new EnumMap<Field, String>(Field.class);
        values.put(Field.GIVEN_NAME, word(2, 60));
        values.put(Field.FAMILY_NAME, word(3, 400) + "nen");
        values.put(
                Field.BIRTH_DATE,
                (1930 + random.nextInt(75)) + two(1 + random.nextInt(12)) + two(1 + random.nextInt(28)));
        values.put(Field.STREET, word(3, 900) + "katu");
        values.put(Field.STREET_NUMBER, "" + (1 + random.nextInt(80)));
        values.put(Field.POSTAL_CODE, "" + (10_000 + 10 * random.nextInt(900)));
        values.put(Field.LOCALITY, word(3, 120) + "la");
        return values;
    }

    /** One of so many words, the first ones more often than the last ones. */
    private String word(int syllables, int many) {
        int which = Math.min(random.nextInt(many), random.nextInt(many));
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[which % SYLLABLES.length]);
            which = which / SYLLABLES.length + i + 1;
        }
        return word.toString();
    }

    private Map<Field, String> spoil(Map<Field, String> person, int errors) {
        var spoilt = new EnumMap<>(person);
        for (int i = 0; i < errors; i++) {
            var field = Field.values()[random.nextInt(Field.POSTAL_CODE.ordinal() + 1)];
            var value = spoilt.get(field);
            if (value == null || value.length() < 2) {
                continue;
            }
            switch (random.nextInt(6)) {
                case 0 -> spoilt.remove(field);
                case 1 -> swap(spoilt);
                default -> spoilt.put(field, mistype(value));
            }
        }
        return spoilt;
    }

    private static void swap(Map<Field, String> person) {
        var given = person.get(Field.GIVEN_NAME);
        var family = person.get(Field.FAMILY_NAME);
        if (given != null && family != null) {
            person.put(Field.GIVEN_NAME, family);
            person.put(Field.FAMILY_NAME, given);
        }
    }

    private String mistype(String value) {
        int at = random.nextInt(value.length() - 1);
        return switch (random.nextInt(3)) {
            case 0 -> value.substring(0, at) + value.substring(at + 1);
            case 1 -> value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
            default -> value.substring(0, at) + (Character.isDigit(value.charAt(at)) ? '7' : 'e') + value.substring(at);
        };
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : "" + number;
    }
}
