/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.fact.text.CompanyFile;
import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.customer.fact.text.Found;
import fi.saumaton.customer.fact.text.Reading;
import fi.saumaton.customer.fact.text.Yaml;

/**
 * Reads labelled messages (JSON Lines: {@code lang}, {@code text}, {@code facts} by kind; {@code at}, {@code trap} and
 * {@code sensitive} where wanted) and counts what was found, missed and made up.
 */
public final class FactMeasure {
    static final String LANGUAGE = "language";
    static final String SECRET = "secret";

    private static final LocalDate WHEN_NOT_SAID = LocalDate.of(2026, 11, 18);

    private static final int PASSES = 30;

    private final FactReader reader;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, Score> scores = new TreeMap<>();
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private int messages;
    private int traps;

    /** Counts of one kind. */
    static final class Score {
        int right;
        int wrong;
        int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        Map<String, Object> figures() {
            return Map.of("precision", rounded(precision()), "recall", rounded(recall()), "n", right + missed);
        }

        private static double rounded(double share) {
            return Math.round(share * 10_000) / 10_000.0;
        }
    }

    public FactMeasure(FactReader reader) {
        this.reader = reader;
    }

    /** Prints one line of JSON about the given files, and the mistakes to the error stream when asked by {@code --mistakes}. */
    public static void main(String[] arguments) throws IOException {
        var measure = new FactMeasure(new FactReader(new CompanyFile(Yaml.resource("/facts/company.yaml")), "FI"));
        boolean telling = false;
        for (var argument : arguments) {
            if (argument.equals("--mistakes")) {
                telling = true;
            } else {
                measure.read(Path.of(argument));
            }
        }
        if (telling) {
            measure.mistakes().forEach(System.err::println);
        }
        System.out.println(measure.json());
    }

    public void read(Path file) throws IOException {
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                judge(mapper.readTree(line));
            }
        }
    }

    private void judge(JsonNode message) {
        messages++;
        traps += message.path("trap").asBoolean() ? 1 : 0;
        var day = message.has("at") ? LocalDate.parse(message.get("at").asText().substring(0, 10)) : WHEN_NOT_SAID;
        var text = message.get("text").asText();
        texts.add(text);
        var reading = reader.read(text, day);
        Map<String, Set<String>> found = found(reading);
        Map<String, Set<String>> wanted = wanted(message);
        Set<String> kinds = new HashSet<>(found.keySet());
        kinds.addAll(wanted.keySet());
        for (var kind : kinds) {
            compare(message, kind, found.getOrDefault(kind, Set.of()), wanted.getOrDefault(kind, Set.of()));
        }
    }

    private static Map<String, Set<String>> found(Reading reading) {
        Map<String, Set<String>> found = reading.facts().stream()
                .collect(Collectors.groupingBy(Found::kind, Collectors.mapping(Found::value, Collectors.toSet())));
        if (reading.language() != null) {
            found.put(LANGUAGE, Set.of(reading.language()));
        }
        if (!reading.secrets().isEmpty()) {
            found.put(
                    SECRET, reading.secrets().stream().map(Reading.Secret::kind).collect(Collectors.toSet()));
        }
        return found;
    }

    private static Map<String, Set<String>> wanted(JsonNode message) {
        Map<String, Set<String>> wanted = new TreeMap<>();
        message.path("facts").properties().forEach(entry -> wanted.put(entry.getKey(), texts(entry.getValue())));
        var language = message.path("lang").asText("unknown");
        if (!language.equals("unknown")) {
            wanted.put(LANGUAGE, Set.of(language));
        }
        if (message.has("sensitive")) {
            wanted.put(SECRET, texts(message.get("sensitive")));
        }
        return wanted;
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    private void compare(JsonNode message, String kind, Set<String> found, Set<String> wanted) {
        var score = scores.computeIfAbsent(kind, key -> new Score());
        for (var value : found) {
            if (wanted.contains(value)) {
                score.right++;
            } else {
                score.wrong++;
                tell("made up", message, kind, value);
            }
        }
        for (var value : wanted) {
            if (!found.contains(value)) {
                score.missed++;
                tell("missed ", message, kind, value);
            }
        }
    }

    private void tell(String what, JsonNode message, String kind, String value) {
        mistakes.add(what + " " + message.path("id").asText() + " " + kind + " " + value + " | "
                + message.get("text").asText().replace('\n', '/'));
    }

    /** Of all picked-up facts together; the language of a message, which every message has, is judged apart. */
    Score all() {
        var all = new Score();
        scores.forEach((kind, score) -> {
            if (!kind.equals(LANGUAGE) && !kind.equals(SECRET)) {
                all.right += score.right;
                all.wrong += score.wrong;
                all.missed += score.missed;
            }
        });
        return all;
    }

    Score of(String kind) {
        return scores.getOrDefault(kind, new Score());
    }

    int messages() {
        return messages;
    }

    int traps() {
        return traps;
    }

    List<String> mistakes() {
        return mistakes;
    }

    /** Processor time of reading one message of the set, once the virtual machine is warm. */
    double microseconds() {
        var cpu = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int pass = 0; pass < PASSES; pass++) {
            long start = cpu.getCurrentThreadCpuTime();
            texts.forEach(text -> reader.read(text, WHEN_NOT_SAID));
            best = Math.min(best, cpu.getCurrentThreadCpuTime() - start);
        }
        return texts.isEmpty() ? 0 : Math.round(best / 100.0 / texts.size()) / 10.0;
    }

    String json() throws IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("messages", messages);
        figures.put("traps", traps);
        figures.put("precision", Score.rounded(all().precision()));
        figures.put("recall", Score.rounded(all().recall()));
        Map<String, Object> kinds = new TreeMap<>();
        scores.forEach((kind, score) -> kinds.put(kind, score.figures()));
        figures.put("kinds", kinds);
        figures.put("microseconds", microseconds());
        return mapper.writeValueAsString(figures);
    }
}
