/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which issue a contact is about: that of its own conversation as long as it is not closed; else one whose reference it
 * names; else an open one whose number it names; else the open one that it speaks most alike of; else the open one that
 * the customer was in contact about just before; else a new one. Times are those of the contacts, not the clock's, so that
 * a contact that comes late goes where it would have gone in time.
 */
final class IssueRule {
    /** Words shown as the reason. */
    private static final int SHOWN = 3;

    /**
     * Who stands alike is told apart by the contact that came last, of joined issues by which of them goes on, and then by
     * the id: whoever asks gets one answer.
     */
    private static final Comparator<Candidate> LATEST = Comparator.comparing(Candidate::lastContactAt)
            .thenComparing(issue -> issue.id().equals(issue.survivorId()))
            .thenComparing(Candidate::id);

    private final Limits limits;

    IssueRule(Limits limits) {
        this.limits = limits;
    }

    /**
     * How far the rules go.
     *
     * @param asked the rules that are asked; the others never find anything
     * @param quietPeriod how long a resolved issue can be gone on with
     * @param topicWindow how far apart contacts about one topic may be
     * @param likeness which part of the words, 0 to 1, makes the same topic
     * @param recentWindow how far apart contacts may be that say nothing of their topic
     * @param otherWords from how many words on, none of them known to the issue, a contact speaks of other things
     */
    record Limits(
            Set<Ground> asked,
            Duration quietPeriod,
            Duration topicWindow,
            double likeness,
            Duration recentWindow,
            int otherWords) {}

    /**
     * An issue as it stands. Of issues that were joined each keeps its own references and topic, so that a contact is known
     * to be about that one if they are ever taken apart; the rest is that of the one that goes on.
     *
     * @param survivorId the issue that it counts to
     * @param customerId the surviving customer
     * @param references its own, and those of the conversations about it
     */
    record Candidate(
            UUID id,
            UUID survivorId,
            UUID customerId,
            String reference,
            String title,
            IssueState state,
            int contacts,
            Instant openedAt,
            Instant lastContactAt,
            Instant resolvedAt,
            Set<String> references,
            Topic topic) {

        /** @param said of it; nothing when the contact was about another issue that it is joined with */
        Candidate contacted(Instant at, Topic said) {
            var last = at.isAfter(lastContactAt) ? at : lastContactAt;
            return new Candidate(
                    id,
                    survivorId,
                    customerId,
                    reference,
                    title,
                    IssueState.OPEN,
                    contacts + 1,
                    openedAt,
                    last,
                    null,
                    references,
                    topic.with(said));
        }

        /** How long before its beginning or after its last contact a moment lies; zero between them. */
        Duration apart(Instant at) {
            if (at.isBefore(openedAt)) {
                return Duration.between(at, openedAt);
            }
            return at.isAfter(lastContactAt) ? Duration.between(lastContactAt, at) : Duration.ZERO;
        }
    }

    /** What a contact says, and when. */
    record Contacting(Instant at, Set<String> references, Topic topic) {}

    enum Step {
        OPEN,
        CONTINUE,
        REOPEN
    }

    /** @param issue the one to go on with; null when a new one is to be opened */
    record Choice(Step step, Candidate issue, Because because) {}

    /**
     * @param own the issue that the conversation was about until now
     * @param others the customer's issues
     */
    Choice choose(Optional<Candidate> own, Collection<Candidate> others, Contacting contact, Instant now) {
        var living = others.stream().filter(issue -> living(issue, now)).toList();
        var open = living.stream()
                .filter(issue -> issue.state() == IssueState.OPEN)
                .toList();
        return Stream.of(
                        own.filter(issue -> asks(Ground.THREAD) && living(issue, now))
                                .map(issue -> goOn(issue, Because.of(Ground.THREAD))),
                        byReference(living, contact),
                        byNumber(open, contact),
                        byTopic(open, contact),
                        byTime(open, contact))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new Choice(Step.OPEN, null, Because.of(Ground.NEW)));
    }

    private Optional<Choice> byReference(List<Candidate> living, Contacting contact) {
        return best(Ground.REFERENCE, living, issue -> named(issue, contact).isPresent() ? 1 : 0)
                .map(issue -> goOn(
                        issue,
                        Because.of(Ground.REFERENCE, named(issue, contact).orElseThrow())));
    }

    private static Optional<String> named(Candidate issue, Contacting contact) {
        return contact.references().stream()
                .filter(issue.references()::contains)
                .min(Comparator.naturalOrder());
    }

    private Optional<Choice> byNumber(List<Candidate> open, Contacting contact) {
        return best(Ground.NUMBER, open, issue -> shared(issue, contact).isPresent() ? 1 : 0)
                .map(issue -> {
                    var number = shared(issue, contact).orElseThrow();
                    return goOn(issue, new Because(Ground.NUMBER, number.kind(), number.value()));
                });
    }

    private static Optional<Topic.Number> shared(Candidate issue, Contacting contact) {
        return contact.topic().numbersIn(issue.topic()).stream().min(Comparator.comparing(Topic.Number::code));
    }

    private Optional<Choice> byTopic(List<Candidate> open, Contacting contact) {
        return best(Ground.TOPIC, open, issue -> {
                    double likeness = contact.topic().likeness(issue.topic());
                    boolean same = likeness >= limits.likeness()
                            && within(limits.topicWindow(), issue, contact)
                            && !contact.topic().contradicts(issue.topic());
                    return same ? likeness : 0;
                })
                .map(issue -> goOn(issue, Because.of(Ground.TOPIC, common(issue, contact))));
    }

    private static String common(Candidate issue, Contacting contact) {
        return contact.topic().wordsIn(issue.topic()).stream()
                .sorted()
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
    }

    private Optional<Choice> byTime(List<Candidate> open, Contacting contact) {
        return best(
                        Ground.RECENT,
                        open,
                        issue -> within(limits.recentWindow(), issue, contact) && !other(issue, contact) ? 1 : 0)
                .map(issue -> goOn(issue, Because.of(Ground.RECENT)));
    }

    /** Whether the contact clearly speaks of other things than the issue. */
    private boolean other(Candidate issue, Contacting contact) {
        var said = contact.topic();
        return said.contradicts(issue.topic())
                || Math.min(said.words().size(), issue.topic().words().size()) >= limits.otherWords()
                        && said.likeness(issue.topic()) == 0;
    }

    private Optional<Candidate> best(Ground rule, List<Candidate> issues, ToDoubleFunction<Candidate> score) {
        return asks(rule)
                ? issues.stream()
                        .filter(issue -> score.applyAsDouble(issue) > 0)
                        .max(Comparator.comparingDouble(score).thenComparing(LATEST))
                : Optional.empty();
    }

    private boolean asks(Ground rule) {
        return limits.asked().contains(rule);
    }

    private boolean living(Candidate issue, Instant now) {
        return issue.state().at(now, issue.resolvedAt(), limits.quietPeriod()) != IssueState.CLOSED;
    }

    private static boolean within(Duration window, Candidate issue, Contacting contact) {
        return issue.apart(contact.at()).compareTo(window) <= 0;
    }

    private static Choice goOn(Candidate issue, Because because) {
        return new Choice(issue.state() == IssueState.OPEN ? Step.CONTINUE : Step.REOPEN, issue, because);
    }
}
