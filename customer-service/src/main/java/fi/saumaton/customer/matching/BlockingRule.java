/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who is compared with whom: people who share a key. Each pass survives other errors than the next one, so that a pair
 * has to differ in many places to be missed by all; and each is narrow enough for a block to hold a handful of people.
 */
public final class BlockingRule {
    private static final int NAME_CODE = 4;
    private static final int STREET_CODE = 6;

    private final Person person;
    private final Set<String> keys = new LinkedHashSet<>();

    private BlockingRule(Person person) {
        this.person = person;
    }

    public static Set<String> keys(Person person) {
        var rule = new BlockingRule(person);
        rule.collect();
        return rule.keys;
    }

    private void collect() {
        var given = code(Field.GIVEN_NAME, NAME_CODE);
        var family = code(Field.FAMILY_NAME, NAME_CODE);
        var born = person.get(Field.BIRTH_DATE);
        var postal = person.get(Field.POSTAL_CODE);
        var locality = code(Field.LOCALITY, NAME_CODE);
        var number = person.get(Field.STREET_NUMBER);
        var street = code(Field.STREET, STREET_CODE);
        var extra = code(Field.ADDRESS_EXTRA, STREET_CODE);
        key("id", person.get(Field.NATIONAL_ID));
        key("email", person.get(Field.EMAIL));
        key("phone", person.get(Field.PHONE));
        key("born", born);
        key("names", first(given, family), last(given, family), locality == null ? null : locality.substring(0, 1));
        for (var name : new String[] {given, family}) {
            key("name-year", name, born == null ? null : born.substring(0, 4));
            key("name-postal", name, postal);
            key("name-number", name, number, locality);
            for (var line : new String[] {street, extra}) {
                key("name-street", name, line);
            }
        }
        for (var line : new String[] {street, extra}) {
            key("street-number", line, number);
            key("street-postal", line, postal);
        }
        key("postal-number", postal, number);
        key("lines", first(street, extra), last(street, extra));
    }

    /** No key when a part of it is not known. */
    private void key(String pass, String... parts) {
        var key = new StringBuilder(pass);
        for (var part : parts) {
            if (part == null) {
                return;
            }
            key.append('|').append(part);
        }
        keys.add(key.toString());
    }

    /** The beginning of a text without blanks. */
    private String code(Field field, int length) {
        var value = person.get(field);
        if (value == null) {
            return null;
        }
        var letters = value.replace(" ", "");
        return letters.substring(0, Math.min(letters.length(), length));
    }

    private static String first(String a, String b) {
        return a == null || b == null ? null : a.compareTo(b) <= 0 ? a : b;
    }

    private static String last(String a, String b) {
        return a == null || b == null ? null : a.compareTo(b) <= 0 ? b : a;
    }
}
