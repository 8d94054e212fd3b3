/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.picture.Picture;
import fi.saumaton.customer.picture.PictureService;
import fi.saumaton.customer.suggestion.SuggestionRepository.NewShown;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Says what to offer to a customer now, and takes in what came of it. */
@ApplicationScoped
public class SuggestionService {
    private final Transactions transactions;
    private final PictureService pictures;
    private final RuleRepository rules;
    private final SuggestionRepository suggestions;
    private final SuggestionConsent consent;
    private final ProposalRule proposals;
    private final ShowingRule showing;
    private final Clock clock;

    SuggestionService(
            Transactions transactions,
            PictureService pictures,
            RuleRepository rules,
            RuleService ruleService,
            SuggestionRepository suggestions,
            SuggestionConsent consent,
            SuggestionConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.pictures = pictures;
        this.rules = rules;
        this.suggestions = suggestions;
        this.consent = consent;
        this.proposals = new ProposalRule(ruleService.judge());
        this.showing = new ShowingRule(config.most(), config.contact());
        this.clock = clock;
    }

    /** What to offer now. It counts as shown when somebody says so: {@link #shown}. */
    public Uni<List<Suggestion>> current(UUID customerId) {
        return transactions
                .read(() -> choices(customerId))
                .map(chosen -> chosen.choices().stream()
                        .map(choice -> Suggestion.of(choice, chosen.customerId()))
                        .toList());
    }

    /** The same by a picture that was made already, inside the caller's session. */
    public Uni<List<Suggestion>> current(Picture picture) {
        return choices(picture)
                .map(choices -> choices.stream()
                        .map(choice -> Suggestion.of(choice, picture.customerId()))
                        .toList());
    }

    private record Chosen(UUID customerId, List<ShowingRule.Choice> choices) {}

    private Uni<Chosen> choices(UUID customerId) {
        return pictures.of(customerId)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such customer."))
                .chain(picture -> choices(picture).map(choices -> new Chosen(picture.customerId(), choices)));
    }

    private Uni<List<ShowingRule.Choice>> choices(Picture picture) {
        return rules.current().map(all -> proposals.of(all, picture)).chain(holding -> choose(holding, picture));
    }

    private Uni<List<ShowingRule.Choice>> choose(List<Proposal> holding, Picture picture) {
        if (holding.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return consent.allows(picture.customerId())
                .chain(allowed -> allowed
                        ? suggestions.of(picture.customerId()).map(past -> showing.choose(holding, past, picture.at()))
                        : Uni.createFrom().item(List.<ShowingRule.Choice>of()));
    }

    /**
     * Somebody sees it on their screen; the first one counts.
     *
     * @param to who sees it
     */
    Uni<Void> shown(UUID customerId, UUID suggestionId, String to) {
        return transactions.write(() -> record(customerId, suggestionId, to).replaceWithVoid());
    }

    /** The record of the showing, which is made when it is the first. */
    private Uni<Shown> record(UUID customerId, UUID suggestionId, String to) {
        return suggestions
                .find(customerId, suggestionId)
                .chain(found -> found.isEmpty()
                        ? choices(customerId)
                                .chain(chosen -> add(chosen, suggestionId, to))
                                .chain(() -> suggestions.find(customerId, suggestionId))
                                .map(List::getFirst)
                        : Uni.createFrom().item(found.getFirst()));
    }

    private Uni<Void> add(Chosen chosen, UUID suggestionId, String to) {
        var choice = chosen.choices().stream()
                .filter(one -> one.id(chosen.customerId()).equals(suggestionId))
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "This customer has no such suggestion."));
        return suggestions.add(chosen.customerId(), NewShown.of(suggestionId, choice), to, clock.instant());
    }

    /** The same answer again changes nothing; after "later" any answer may follow. What was answered was shown. */
    Uni<Void> answer(UUID customerId, UUID suggestionId, Outcome outcome, String by) {
        return transactions.write(() -> record(customerId, suggestionId, by).chain(shown -> {
            var before = shown.outcome();
            if (before == outcome) {
                return Uni.createFrom().voidItem();
            }
            if (before != null && before != Outcome.LATER) {
                throw new Problem(SuggestionProblem.ALREADY_ANSWERED, "The suggestion has another outcome already.")
                        .with("outcome", before.code());
            }
            return suggestions.answer(suggestionId, outcome, by, clock.instant());
        }));
    }
}
