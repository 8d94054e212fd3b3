/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which of our languages a message is, or none. Small words tell most, the shape of the others some; a word that two
 * languages share counts half for each. It says nothing rather than guess: a name or a number is in no language.
 */
final class LanguageRule {
    private static final String OTHER = "other";
    private static final double PART = 0.45;
    private static final double LETTERS = 0.2;

    /** Least score to be sure, and how far the second has to be behind. */
    private static final double ENOUGH = 0.95;

    private static final double AHEAD = 1.3;

    /** Words that are looked at: more would not change the answer. */
    private static final int LOOKED_AT = 60;

    private final List<String> languages;
    private final Map<String, double[]> weights = new HashMap<>();
    private final List<List<String>> beginnings;
    private final List<List<String>> ends;
    private final List<List<String>> letters;

    LanguageRule(Map<String, Object> file) {
        languages = List.copyOf(file.keySet());
        var sections =
                languages.stream().map(name -> Yaml.map(file.get(name), name)).toList();
        for (int i = 0; i < languages.size(); i++) {
            for (var word : words(sections.get(i), "words")) {
                weights.computeIfAbsent(word, key -> new double[languages.size()])[i] = 1;
            }
        }
        weights.values().forEach(LanguageRule::share);
        beginnings = sections.stream()
                .map(section -> words(section, "parts").stream()
                        .filter(part -> part.endsWith("*"))
                        .map(part -> part.replace("*", ""))
                        .toList())
                .toList();
        ends = sections.stream()
                .map(section -> words(section, "parts").stream()
                        .filter(part -> part.startsWith("*"))
                        .map(part -> part.replace("*", ""))
                        .toList())
                .toList();
        letters = sections.stream().map(section -> words(section, "letters")).toList();
    }

    private static List<String> words(Map<String, Object> section, String key) {
        return Arrays.stream(section.get(key).toString().split(","))
                .map(String::strip)
                .toList();
    }

    private static void share(double[] weight) {
        double sum = Arrays.stream(weight).sum();
        for (int i = 0; i < weight.length; i++) {
            weight[i] = weight[i] / sum;
        }
    }

    /** Null when the words do not tell. */
    String of(Words words) {
        var scores = new double[languages.size()];
        int counted = Math.min(words.size(), LOOKED_AT);
        for (int i = 0; i < counted; i++) {
            if (!words.hasDigit(i)) {
                score(words.lower(i), scores);
            }
        }
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        double second = 0;
        for (int i = 0; i < scores.length; i++) {
            second = i != best && scores[i] > second ? scores[i] : second;
        }
        boolean sure = scores[best] >= ENOUGH && scores[best] >= AHEAD * second;
        return sure && !languages.get(best).equals(OTHER) ? languages.get(best) : null;
    }

    private void score(String word, double[] scores) {
        var known = weights.get(word);
        if (known != null) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] += known[i];
            }
        } else if (word.length() > 3) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] += shape(word, i);
            }
        }
    }

    private double shape(String word, int language) {
        double score = 0;
        for (var end : ends.get(language)) {
            if (word.endsWith(end)) {
                score = PART;
                break;
            }
        }
        for (var beginning : beginnings.get(language)) {
            score = word.startsWith(beginning) ? Math.max(score, PART / 2) : score;
        }
        for (var pair : letters.get(language)) {
            if (word.contains(pair)) {
                return score + LETTERS;
            }
        }
        return score;
    }
}
