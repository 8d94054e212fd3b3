/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.fact.text.CompanyFile;
import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.customer.fact.text.QuestionReader;
import fi.saumaton.customer.fact.text.Yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Dialogues in three languages, with questions planted for what the customer has told already. */
class NoRepeatRuleTest {
    private static final Instant START = Instant.parse("2026-11-18T10:00:00Z");
    private static final UUID CONVERSATION = new UUID(1, 1);
    private static final UUID CUSTOMER = new UUID(2, 2);
    private static final CompanyFile COMPANY = new CompanyFile(Yaml.resource("/facts/company.yaml"));
    private static final FactReader READER = new FactReader(COMPANY, "FI");
    private static final QuestionReader QUESTIONS = new QuestionReader();
    private final LearningRule learning = new LearningRule(READER, COMPANY, ZoneId.of("Europe/Helsinki"));
    private final FactRule rule = new FactRule(COMPANY);

    private int planted;
    private int seen;
    private int harmless;
    private int falseAlarms;

    @Test
    void plantedQuestionsAreSeenAndOthersLeftAlone() throws IOException {
        var dialogues = dialogues();
        dialogues.forEach(this::play);

        double recall = (double) seen / planted;
        double alarms = (double) falseAlarms / harmless;
        System.out.printf(
                "{\"dialogues\":%d,\"planted\":%d,\"recall\":%.4f,\"harmless\":%d,\"falseAlarms\":%.4f}%n",
                dialogues.size(), planted, recall, harmless, alarms);
        assertTrue(dialogues.size() >= 100);
        assertTrue(recall >= 0.9, () -> "recall " + recall);
        assertTrue(alarms <= 0.05, () -> "false alarms " + alarms);
    }

    private static List<List<String>> dialogues() throws IOException {
        var text = Files.readString(Path.of("src/test/resources/facts/dialogues.txt"));
        return Arrays.stream(text.split("\\n\\n|(?m)^#.*\\n"))
                .map(block -> block.lines().skip(1).toList())
                .filter(lines -> !lines.isEmpty())
                .toList();
    }

    private void play(List<String> turns) {
        List<Fact> facts = new ArrayList<>();
        List<String> asked = List.of();
        var at = START;
        for (int n = 0; n < turns.size(); n++) {
            at = at.plus(Duration.ofMinutes(1));
            var turn = turns.get(n);
            var text = turn.substring(turn.indexOf(": ") + 2);
            if (turn.startsWith("k: ")) {
                var words = text.split(" ", 2);
                facts.add(known(words[0], words[1], at.minus(Duration.ofDays(100))));
            } else if (turn.startsWith("c: ")) {
                facts.addAll(learning.learn(said(n, text, at), asked));
            } else {
                asked = QUESTIONS.mentions(text);
                judge(turn, NoRepeatRule.repeats(QUESTIONS.read(text), rule.known(facts), CONVERSATION, at));
            }
        }
    }

    private void judge(String turn, List<Repeat> repeats) {
        Set<String> found =
                repeats.stream().map(repeat -> repeat.known().kind()).collect(Collectors.toSet());
        Set<String> expected = turn.startsWith("a! ")
                ? Set.of(turn.substring(3, turn.indexOf(':')).split(","))
                : Set.of();
        planted += expected.size();
        seen += (int) expected.stream().filter(found::contains).count();
        if (expected.isEmpty()) {
            harmless++;
            falseAlarms += found.isEmpty() ? 0 : 1;
        }
        if (!found.equals(expected)) {
            System.out.println("expected " + expected + " found " + found + ": " + turn);
        }
    }

    @Test
    void anOldOrderDoesNotAnswerWhichOneIsMeantToday() {
        var asked = QUESTIONS.read("Mikä on tilausnumerosi?");
        var old = rule.known(List.of(known("order-number", "10023", START.minus(Duration.ofDays(60)))));
        var fresh = rule.known(List.of(known("order-number", "10023", START.minus(Duration.ofDays(2)))));
        assertEquals(List.of(), NoRepeatRule.repeats(asked, old, CONVERSATION, START));
        assertEquals(
                "10023",
                NoRepeatRule.repeats(asked, fresh, CONVERSATION, START)
                        .getFirst()
                        .known()
                        .value());
    }

    @Test
    void whatIsToldAfterwardsWasNotKnown() {
        var asked = QUESTIONS.read("What is your phone number?");
        var later = rule.known(List.of(known("phone", "+358401234567", START.plusSeconds(1))));
        assertEquals(List.of(), NoRepeatRule.repeats(asked, later, CONVERSATION, START));
    }

    private static Said said(int n, String text, Instant at) {
        return new Said(new UUID(3, n), CUSTOMER, CONVERSATION, text, false, n == 0, "customer", null, at);
    }

    private static Fact known(String kind, String value, Instant at) {
        return new Fact(
                UUID.randomUUID(),
                kind,
                value,
                CUSTOMER,
                value,
                Fact.AGENT,
                null,
                "jenni",
                true,
                1,
                null,
                at,
                at.plus(Duration.ofDays(900)));
    }
}
