/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.fact.text.Asked;
import fi.saumaton.customer.fact.text.QuestionReader;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Sees when a customer is asked for what is known: before a reply is sent, and in what was sent. */
@ApplicationScoped
public class NoRepeatService {
    private final Transactions transactions;
    private final FactService facts;
    private final QuestionRepository questions;
    private final QuestionReader reader = new QuestionReader();
    private final Clock clock;

    NoRepeatService(Transactions transactions, FactService facts, QuestionRepository questions, Clock clock) {
        this.transactions = transactions;
        this.facts = facts;
        this.questions = questions;
        this.clock = clock;
    }

    /**
     * Learns from a batch of messages and judges the questions in it, inside the caller's transaction. Most batches cost
     * one statement or none.
     */
    public Uni<List<QuestionEvent>> take(List<Said> said) {
        var asked = said.stream().filter(Said::ours).flatMap(this::questions).toList();
        var answers = said.stream().filter(facts::mayAnswer).toList();
        return answered(answers, asked)
                .chain(mentions -> facts.learn(said, mentions))
                .chain(() -> judge(asked));
    }

    private Stream<Question> questions(Said said) {
        var asked = reader.read(said.text()).stream().map(Asked::kind).toList();
        return reader.mentions(said.text()).stream()
                .map(kind -> new Question(
                        said.messageId(),
                        kind,
                        said.conversationId(),
                        said.customerId(),
                        said.authorType(),
                        said.authorId(),
                        asked.contains(kind),
                        null,
                        null,
                        said.at()));
    }

    /** What was spoken of before each message that may be an answer: in earlier batches, or in this one. */
    private Uni<Map<UUID, List<String>>> answered(List<Said> answers, List<Question> asked) {
        if (answers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return questions
                .before(answers.stream()
                        .map(said -> new QuestionRepository.Answer(said.messageId(), said.conversationId(), said.at()))
                        .toList())
                .invoke(mentions -> answers.forEach(said -> {
                    var last = last(asked, said);
                    if (!last.isEmpty()) {
                        mentions.put(said.messageId(), last);
                    }
                }));
    }

    private static List<String> last(List<Question> asked, Said said) {
        List<Question> before = asked.stream()
                .filter(question -> question.conversationId().equals(said.conversationId())
                        && !question.askedAt().isAfter(said.at()))
                .toList();
        return before.stream()
                .filter(question -> question.messageId().equals(before.getLast().messageId()))
                .map(Question::kind)
                .toList();
    }

    private Uni<List<QuestionEvent>> judge(List<Question> mentioned) {
        if (mentioned.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var asked = mentioned.stream().filter(Question::asked).toList();
        return facts.byAtom(asked.stream().map(Question::customerId).distinct().toList())
                .chain(known -> {
                    List<QuestionEvent> events = new ArrayList<>();
                    var judged = mentioned.stream()
                            .map(question -> judge(question, known, events))
                            .toList();
                    return questions.add(judged).replaceWith(events);
                });
    }

    private static Question judge(Question question, Map<UUID, FactService.Known> known, List<QuestionEvent> events) {
        var of = known.get(question.customerId());
        if (!question.asked() || of == null) {
            return question;
        }
        var repeats = NoRepeatRule.repeats(
                List.of(new Asked(question.kind(), "")), of.facts(), question.conversationId(), question.askedAt());
        if (repeats.isEmpty()) {
            return question;
        }
        var repeated = question.repeats(repeats.getFirst().known());
        events.add(new QuestionEvent.Repeated(
                of.survivor(),
                question.conversationId(),
                question.messageId(),
                question.kind(),
                question.authorType(),
                question.authorId(),
                repeated.knownSince(),
                question.askedAt()));
        return repeated;
    }

    /** What a draft is about to ask for again. */
    Uni<List<Repeat>> check(UUID customerId, String text, UUID conversationId) {
        return transactions.read(() -> facts.require(customerId).chain(survivor -> {
            var asked = reader.read(text);
            return asked.isEmpty()
                    ? Uni.createFrom().item(List.<Repeat>of())
                    : facts.byAtom(List.of(survivor))
                            .map(known ->
                                    NoRepeatRule.repeats(
                                                    asked, known.get(survivor).facts(), conversationId, clock.instant())
                                            .stream()
                                            .map(repeat -> new Repeat(repeat.asked(), facts.veiled(repeat.known())))
                                            .toList());
        }));
    }

    Uni<NoRepeatSummary> summary(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new Problem(CommonProblem.INVALID, "The time has to end after it begins.").with("parameter", "to");
        }
        return transactions.read(() -> questions
                .contacts(from, to)
                .chain(contacts ->
                        questions.kinds(from, to).map(kinds -> NoRepeatSummary.of(from, to, contacts, kinds))));
    }
}
