/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A company's kinds of facts, its numbers, products and own addresses: {@code company.yaml}, checked when it is read. */
public final class CompanyFile {
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<Numbered> numbers = new ArrayList<>();
    private final Map<String, String> products = new LinkedHashMap<>();
    private final Map<String, Pattern> devices = new LinkedHashMap<>();
    private final Map<String, String> streets = new LinkedHashMap<>();
    private final Map<String, String> eventFields = new LinkedHashMap<>();
    private final List<Expectation> expectations = new ArrayList<>();
    private final Own own;

    /**
     * What is kept of a kind.
     *
     * @param keep how long it stays true after it was said
     * @param one whether a customer has one at a time, so that the newest counts
     * @param sensitive shown only to whoever says what for
     */
    public record Kind(Duration keep, boolean one, boolean sensitive) {
        /** Of kinds that the file does not name. */
        public static final Kind USUAL = new Kind(Duration.ofDays(365), false, false);
    }

    /**
     * Something that can be promised and then experienced.
     *
     * @param fields of back-office events' data that hold the promised day
     * @param experiencedBy kinds of back-office events that tell when it came true
     */
    public record Expectation(String subject, Set<String> fields, Set<String> experiencedBy) {}

    /**
     * A number that a word names.
     *
     * @param sure the form by which it is known without a word; null when there is none
     */
    record Numbered(String kind, String label, String beside, Pattern form, Pattern sure) {}

    /** The company's own addresses, never facts about a customer. */
    record Own(Set<String> domains, Set<String> mailboxes, Set<String> phones) {}

    /** @param file what a YAML parser makes of it */
    public CompanyFile(Map<String, Object> file) {
        section(file, "kinds").forEach((name, kind) -> kinds.put(name, kind(Yaml.map(kind, "kinds." + name))));
        section(file, "numbers")
                .forEach((name, number) -> numbers.add(number(name, Yaml.map(number, "numbers." + name))));
        section(file, "products").forEach((name, phrases) -> products.put(name, phrases.toString()));
        section(file, "streets").forEach((name, words) -> streets.put(name, words.toString()));
        section(file, "devices").forEach((word, pattern) -> devices.put(word, Pattern.compile("(?i)" + pattern)));
        section(file, "event-fields").forEach((field, kind) -> eventFields.put(field, kind.toString()));
        section(file, "expectations")
                .forEach((subject, expected) -> expectations.add(expectation(subject, Yaml.map(expected, subject))));
        var ours = section(file, "own");
        own = new Own(set(ours.get("domains")), set(ours.get("mailboxes")), set(ours.get("phones")));
        numbers.stream().map(Numbered::kind).forEach(this::requireKind);
        eventFields.values().forEach(this::requireKind);
    }

    private void requireKind(String kind) {
        if (!kinds.containsKey(kind)) {
            throw new IllegalArgumentException(kind + " is not among the kinds");
        }
    }

    private static Map<String, Object> section(Map<String, Object> file, String name) {
        return file.get(name) == null ? Map.of() : Yaml.map(file.get(name), name);
    }

    private static Kind kind(Map<String, Object> kind) {
        return new Kind(
                Duration.parse(String.valueOf(kind.get("keep"))),
                "one".equals(kind.get("holds")),
                Boolean.TRUE.equals(kind.get("sensitive")));
    }

    private static Numbered number(String name, Map<String, Object> number) {
        return new Numbered(
                name,
                (String) number.get("label"),
                (String) number.get("beside"),
                Pattern.compile(String.valueOf(number.get("form"))),
                number.get("sure") == null
                        ? null
                        : Pattern.compile("(?i)(?<![\\w-])(?:" + number.get("sure") + ")(?![\\w-])"));
    }

    private static Expectation expectation(String subject, Map<String, Object> expected) {
        return new Expectation(subject, names(expected.get("fields")), names(expected.get("experienced-by")));
    }

    private static Set<String> names(Object commaSeparated) {
        return commaSeparated == null
                ? Set.of()
                : Arrays.stream(commaSeparated.toString().split(","))
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> set(Object commaSeparated) {
        return commaSeparated == null
                ? Set.of()
                : Arrays.stream(commaSeparated.toString().split(","))
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** All kinds, also those of other parts such as expectations. */
    public Map<String, Kind> kinds() {
        return kinds;
    }

    /** Fields of back-office events' data that are facts, and of what kind. */
    public Map<String, String> eventFields() {
        return eventFields;
    }

    public List<Expectation> expectations() {
        return expectations;
    }

    /** What a named number looks like; null for kinds that are none. */
    public Pattern form(String kind) {
        return numbers.stream()
                .filter(number -> number.kind().equals(kind))
                .map(Numbered::form)
                .findFirst()
                .orElse(null);
    }

    List<Numbered> numbers() {
        return numbers;
    }

    /** Patterns by the word that they begin with. */
    Map<String, Pattern> devices() {
        return devices;
    }

    Own own() {
        return own;
    }

    /** The company's words, for the reader of sentences. */
    void addTo(Phrases phrases) {
        for (var number : numbers) {
            phrases.add(Tag.LABEL, number.kind(), number.label());
            if (number.beside() != null) {
                phrases.add(Tag.BESIDE, number.kind(), number.beside());
            }
        }
        products.forEach((name, words) -> phrases.add(Tag.PRODUCT, name, words));
        devices.keySet().forEach(word -> phrases.add(Tag.DEVICE, word, word + "*"));
        addStreets(phrases, "end", Tag.STREET, "*");
        addStreets(phrases, "not", Tag.STREET_NOT, "");
        addStreets(phrases, "english", Tag.STREET_ENGLISH, "");
    }

    private void addStreets(Phrases phrases, String key, Tag tag, String before) {
        if (streets.containsKey(key)) {
            for (var word : streets.get(key).split(",")) {
                phrases.add(tag, word.strip(), before + word.strip().toLowerCase(Locale.ROOT));
            }
        }
    }
}
