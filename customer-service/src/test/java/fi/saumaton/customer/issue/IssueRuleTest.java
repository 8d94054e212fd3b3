/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.issue.IssueRule.Candidate;
import fi.saumaton.customer.issue.IssueRule.Contacting;
import fi.saumaton.customer.issue.IssueRule.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class IssueRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Topic OIL = words("chain", "oil", "special");
    private static final Topic PARCEL = words("parcel", "late", "where");

    private final IssueRule rule = new IssueRule(limits(EnumSet.allOf(Ground.class)));

    @Test
    void aCustomerWithoutOpenIssueOpensOne() {
        var choice = choose(null, List.of(), says(OIL));

        assertEquals(Step.OPEN, choice.step());
        assertNull(choice.issue());
        assertEquals(Because.of(Ground.NEW), choice.because());
    }

    @Test
    void aConversationsOwnIssueComesFirst() {
        var own = open(NOW.minus(DAY), OIL);
        var newer = open(NOW.minusSeconds(60), PARCEL);

        var choice = choose(own, List.of(own, newer), says(PARCEL, newer.reference()));

        assertEquals(new IssueRule.Choice(Step.CONTINUE, own, Because.of(Ground.THREAD)), choice);
    }

    @Test
    void aReferenceIsBelievedBeforeNumbersAndTopics() {
        var named = open(NOW.minus(WEEK), PARCEL);
        var alike = open(NOW.minusSeconds(60), OIL);

        var choice = choose(null, List.of(alike, named), says(OIL, "00000-00000", named.reference()));

        assertEquals(
                new IssueRule.Choice(Step.CONTINUE, named, Because.of(Ground.REFERENCE, named.reference())), choice);
    }

    @Test
    void theReferenceOfAResolvedIssueReopensItAndThatOfAClosedOneDoesNot() {
        var resolved =
                issue(IssueState.RESOLVED, NOW.minus(DAY), NOW.minus(WEEK).plusSeconds(1), OIL);
        var closed = issue(IssueState.RESOLVED, NOW.minus(DAY), NOW.minus(WEEK), OIL);

        assertEquals(
                Step.REOPEN,
                choose(null, List.of(resolved), says(OIL, resolved.reference())).step());
        assertEquals(
                Step.OPEN,
                choose(null, List.of(closed), says(OIL, closed.reference())).step());
    }

    @Test
    void anOrderNumberFindsItsIssueHoweverLongAgo() {
        var order = open(NOW.minus(Duration.ofDays(90)), OIL.with(number("12345")));
        var latest = open(NOW.minusSeconds(60), PARCEL);

        var choice = choose(null, List.of(latest, order), says(PARCEL.with(number("12345"))));

        assertEquals(
                new IssueRule.Choice(Step.CONTINUE, order, new Because(Ground.NUMBER, "order-number", "12345")),
                choice);
    }

    @Test
    void anotherOrderIsAnotherMatterHoweverAlikeAndHoweverSoon() {
        var order = open(NOW.minusSeconds(60), OIL.with(number("12345")));

        assertEquals(
                Step.OPEN,
                choose(null, List.of(order), says(OIL.with(number("54321")))).step());
    }

    @Test
    void theSameTopicGoesOnWithinItsWindow() {
        var alike = open(NOW.minus(Duration.ofDays(30)), OIL);
        var latest = open(NOW.minusSeconds(60), PARCEL);
        var contact = says(words("oil", "bottle"));

        assertEquals(
                new IssueRule.Choice(Step.CONTINUE, alike, Because.of(Ground.TOPIC, "oil")),
                choose(null, List.of(latest, alike), contact));
        var tooOld = open(NOW.minus(Duration.ofDays(30)).minusSeconds(1), OIL);
        assertEquals(Step.OPEN, choose(null, List.of(tooOld), contact).step());
    }

    @Test
    void whoSaysLittleSoonAfterGoesOnWithTheIssueInContactLast() {
        var older = open(NOW.minusSeconds(900), OIL);
        var newer = open(NOW.minusSeconds(60), PARCEL);

        assertEquals(
                new IssueRule.Choice(Step.CONTINUE, newer, Because.of(Ground.RECENT)),
                choose(null, List.of(newer, older), says(Topic.NONE)));
        assertEquals(
                Step.OPEN,
                choose(null, List.of(open(NOW.minus(DAY).minusSeconds(1), OIL)), says(Topic.NONE))
                        .step());
    }

    @Test
    void whoSaysMuchOfOtherThingsOpensAnIssueAlsoSoonAfter() {
        var saw = open(NOW.minusSeconds(60), words("saw", "chain", "oil", "teeth", "sharp", "file", "angle", "bar"));
        var washing = words("machine", "water", "leak", "floor", "hose", "repair", "visit", "kitchen");

        assertEquals(Step.OPEN, choose(null, List.of(saw), says(washing)).step());
    }

    @Test
    void aConversationThatComesBackWithinTheQuietPeriodReopensItsIssue() {
        var own = issue(
                IssueState.RESOLVED, NOW.minusSeconds(900), NOW.minus(WEEK).plusSeconds(1), OIL);

        assertEquals(
                new IssueRule.Choice(Step.REOPEN, own, Because.of(Ground.THREAD)),
                choose(own, List.of(own), says(OIL)));
    }

    @Test
    void afterTheQuietPeriodItsIssueIsClosedEvenIfNobodyWroteThatDown() {
        var own = issue(IssueState.RESOLVED, NOW.minusSeconds(900), NOW.minus(WEEK), OIL);

        assertEquals(Step.OPEN, choose(own, List.of(own), says(OIL)).step());
    }

    @Test
    void anotherConversationDoesNotReopenAResolvedIssueByItsTopic() {
        var resolved = issue(IssueState.RESOLVED, NOW.minusSeconds(900), NOW.minusSeconds(600), OIL);

        assertEquals(Step.OPEN, choose(null, List.of(resolved), says(OIL)).step());
    }

    @Test
    void aRuleThatIsSwitchedOffFindsNothing() {
        var own = open(NOW.minusSeconds(60), OIL.with(number("12345")));
        var all = says(OIL.with(number("12345")), own.reference());

        for (var ground : List.of(Ground.THREAD, Ground.REFERENCE, Ground.NUMBER, Ground.TOPIC, Ground.RECENT)) {
            var only = new IssueRule(limits(EnumSet.of(ground)));
            assertEquals(
                    ground,
                    only.choose(Optional.of(own), List.of(own), all, NOW)
                            .because()
                            .ground());
        }
        var none = new IssueRule(limits(Set.of()));
        assertEquals(
                Step.OPEN, none.choose(Optional.of(own), List.of(own), all, NOW).step());
    }

    @Test
    void aContactCountsAndAddsWhatItSays() {
        var resolved = issue(IssueState.RESOLVED, NOW.minusSeconds(900), NOW.minusSeconds(600), OIL);

        var after = resolved.contacted(NOW, PARCEL);

        assertEquals(2, after.contacts());
        assertEquals(IssueState.OPEN, after.state());
        assertEquals(NOW, after.lastContactAt());
        assertEquals(OIL.with(PARCEL), after.topic());
        assertEquals(
                NOW,
                after.contacted(NOW.minusSeconds(5), Topic.NONE).lastContactAt(),
                "an old contact moves nothing back");
    }

    /** Whatever the order in which the issues are looked at, and however often one is there: one answer. */
    @Test
    void theOrderAndRepetitionOfIssuesChangeNothing() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            List<Candidate> issues = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                issues.add(randomIssue(random));
            }
            var contact = says(
                    randomTopic(random),
                    random.nextInt(4) == 0 ? issues.getFirst().reference() : "none");
            var expected = choose(null, issues, contact);

            issues.addAll(List.copyOf(issues));
            Collections.shuffle(issues, random);
            assertEquals(expected, choose(null, issues, contact), "seed " + seed);
        }
    }

    /** Contacts about different things part the same way in whatever order they come, and however often each comes. */
    @Test
    void theOrderOfArrivalAndRepetitionChangeNothing() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            List<Said> contacts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                contacts.add(randomContact(random, i));
            }
            var expected = parted(contacts);

            for (int i = 0; i < 6; i++) {
                contacts.add(contacts.get(random.nextInt(12)));
            }
            Collections.shuffle(contacts, random);
            assertEquals(expected, parted(contacts), "seed " + seed);
        }
    }

    private record Said(int conversation, Contacting contact) {}

    /** About one of four matters; each has its own order and words, so that a reader could tell them apart. */
    private static Said randomContact(Random random, int conversation) {
        int matter = random.nextInt(4);
        var about = words("about" + matter, "matter" + matter);
        var topic = random.nextBoolean() ? about : about.with(number("1000" + matter));
        return new Said(conversation, new Contacting(NOW.minusSeconds(random.nextInt(900_000)), Set.of(), topic));
    }

    /** Which conversations share an issue, after they came in this order. */
    private static Set<Set<Integer>> parted(List<Said> contacts) {
        var rules = new IssueRule(limits(EnumSet.complementOf(EnumSet.of(Ground.RECENT))));
        Map<UUID, Candidate> issues = new LinkedHashMap<>();
        Map<Integer, UUID> issueOf = new HashMap<>();
        for (var said : contacts) {
            var own = Optional.ofNullable(issueOf.get(said.conversation())).map(issues::get);
            var contact = said.contact();
            var choice = rules.choose(own, issues.values(), contact, NOW);
            var issue = choice.issue() == null
                    ? candidate(IssueState.OPEN, contact.at(), contact.at(), null, contact.topic())
                    : choice.issue().contacted(contact.at(), contact.topic());
            issues.put(issue.id(), issue);
            issueOf.put(said.conversation(), issue.id());
        }
        return Set.copyOf(issueOf.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())))
                .values());
    }

    private IssueRule.Choice choose(Candidate own, List<Candidate> others, Contacting contact) {
        return rule.choose(Optional.ofNullable(own), others, contact, NOW);
    }

    private static IssueRule.Limits limits(Set<Ground> asked) {
        return new IssueRule.Limits(asked, WEEK, Duration.ofDays(30), 0.34, DAY, 8);
    }

    private static Contacting says(Topic topic, String... references) {
        return new Contacting(NOW, Set.of(references), topic);
    }

    private static Topic words(String... words) {
        return Topic.of(List.of(), Arrays.asList(words));
    }

    private static Topic number(String value) {
        return Topic.of(List.of("order-number=" + value), List.of());
    }

    private static Candidate randomIssue(Random random) {
        return issue(
                random.nextInt(3) == 0 ? IssueState.RESOLVED : IssueState.OPEN,
                NOW.minus(Duration.ofHours(random.nextInt(1_000))),
                NOW.minus(Duration.ofDays(random.nextInt(10))),
                randomTopic(random));
    }

    private static Topic randomTopic(Random random) {
        var topic = Topic.NONE;
        for (int i = random.nextInt(5); i > 0; i--) {
            topic = topic.with(words("word" + random.nextInt(8)));
        }
        return random.nextInt(3) == 0 ? topic.with(number("1000" + random.nextInt(3))) : topic;
    }

    private static Candidate open(Instant lastContactAt, Topic topic) {
        return issue(IssueState.OPEN, lastContactAt, null, topic);
    }

    private static Candidate issue(IssueState state, Instant lastContactAt, Instant resolvedAt, Topic topic) {
        return candidate(state, lastContactAt.minusSeconds(60), lastContactAt, resolvedAt, topic);
    }

    private static Candidate candidate(
            IssueState state, Instant openedAt, Instant lastContactAt, Instant resolvedAt, Topic topic) {
        var id = UUID.randomUUID();
        var reference = "ref-" + id;
        return new Candidate(
                id,
                id,
                new UUID(0, 1),
                reference,
                "Chain oil?",
                state,
                1,
                openedAt,
                lastContactAt,
                resolvedAt,
                Set.of(reference),
                topic);
    }
}
