/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.fact.text.CompanyFile;
import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Learns facts, tells them, and takes agents' corrections. */
@ApplicationScoped
public class FactService {
    private static final double CERTAIN = 1.0;

    private final Transactions transactions;
    private final FactRepository facts;
    private final LearningRule learning;
    private final FactRule rule;
    private final EntryRule entries;
    private final ExpectationRule expectations;
    private final Clock clock;

    FactService(
            Transactions transactions,
            FactRepository facts,
            FactReader reader,
            CompanyFile company,
            FactConfig config,
            HandleRule handles,
            Clock clock) {
        this.transactions = transactions;
        this.facts = facts;
        this.learning = new LearningRule(reader, company, config.timeZone());
        this.rule = new FactRule(company);
        this.entries = new EntryRule(company, reader, handles);
        this.expectations = new ExpectationRule(config.timeZone());
        this.clock = clock;
    }

    /**
     * Inside the caller's transaction; one statement for all of them, none when they say nothing.
     *
     * @param asked what was asked for just before, by message
     */
    Uni<Void> learn(List<Said> said, Map<UUID, List<String>> asked) {
        return add(said.stream()
                .flatMap(one -> learning.learn(one, asked.getOrDefault(one.messageId(), List.of())).stream())
                .toList());
    }

    /** Whether it could be a bare number, to be understood by what was asked for. */
    boolean mayAnswer(Said said) {
        return !said.ours() && FactReader.mayAnswer(said.text());
    }

    /** Inside the caller's transaction; one statement for all of them. */
    public Uni<Void> learn(List<Event> events) {
        return add(
                events.stream().flatMap(event -> learning.learn(event).stream()).toList());
    }

    /** Takes back what these entries told, inside the caller's transaction; they may say something else later. */
    public Uni<Void> unlearn(Collection<UUID> sources) {
        return sources.isEmpty() ? Uni.createFrom().voidItem() : facts.delete(sources);
    }

    private Uni<Void> add(List<Fact> learnt) {
        return learnt.isEmpty() ? Uni.createFrom().voidItem() : facts.add(learnt);
    }

    /** Forgets what these messages and entries told, inside the caller's transaction; for ever, also if they come again. */
    public Uni<Void> forget(Collection<UUID> sources) {
        return facts.forget(sources, clock.instant());
    }

    /** What counts now, without what is expected, for showing at a glance: sensitive values are veiled. */
    public Uni<List<KnownFact>> glance(UUID survivor) {
        return facts.of(List.of(survivor), clock.instant())
                .map(rows -> current(rows).stream().map(rule::veiled).toList());
    }

    KnownFact veiled(KnownFact fact) {
        return rule.veiled(fact);
    }

    /** @param survivor the customer as shown now */
    record Known(UUID survivor, List<KnownFact> facts) {}

    /** What counts now, proven handles and names included, of the customers to whom the given parts belong. */
    Uni<Map<UUID, Known>> byAtom(List<UUID> atoms) {
        if (atoms.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return facts.survivors(atoms).chain(survivors -> {
            var shown = Set.copyOf(survivors.values());
            return facts.of(shown, clock.instant())
                    .chain(rows -> facts.handles(shown).map(handles -> {
                        Map<UUID, Known> known = new HashMap<>();
                        survivors.forEach((atom, survivor) -> known.put(atom, known(survivor, rows, handles)));
                        return known;
                    }));
        });
    }

    private Known known(UUID survivor, List<FactRepository.Owned> rows, List<FactRepository.Owned> handles) {
        var all = Stream.concat(rows.stream(), handles.stream())
                .filter(row -> row.survivor().equals(survivor))
                .toList();
        return new Known(survivor, current(all));
    }

    private List<KnownFact> current(List<FactRepository.Owned> rows) {
        var all = rows.stream()
                .map(FactRepository.Owned::fact)
                .filter(fact -> !isExpectation(fact))
                .toList();
        return rule.known(all).stream().filter(KnownFact::current).toList();
    }

    Uni<List<KnownFact>> all(UUID customerId, boolean reveal) {
        return transactions.read(() -> rows(customerId)
                .map(rows -> rule
                        .known(rows.stream().filter(row -> !isExpectation(row)).toList())
                        .stream()
                        .map(fact -> reveal ? fact : rule.veiled(fact))
                        .toList()));
    }

    Uni<List<Expectation>> expectations(UUID customerId) {
        return transactions.read(() -> rows(customerId).map(rows -> expectations.of(rows, clock.instant())));
    }

    private Uni<List<Fact>> rows(UUID customerId) {
        return require(customerId)
                .chain(survivor -> facts.of(List.of(survivor), clock.instant()))
                .map(rows -> rows.stream().map(FactRepository.Owned::fact).toList());
    }

    Uni<UUID> require(UUID customerId) {
        return facts.survivor(customerId)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such customer."));
    }

    private static boolean isExpectation(Fact fact) {
        return fact.kind().equals(Fact.EXPECTATION) || fact.kind().equals(Fact.EXPERIENCE);
    }

    /** An agent knows better: their word is proven. */
    Uni<KnownFact> enter(UUID customerId, String kind, String written, String agentId) {
        if (!entries.knows(kind)) {
            throw new Problem(CommonProblem.INVALID, "There is no such kind of fact.").with("field", "kind");
        }
        if (entries.isSecret(written)) {
            throw new Problem(CommonProblem.INVALID, "Card numbers and personal identity codes are not kept.")
                    .with("field", "value");
        }
        var value = entries.value(kind, written)
                .orElseThrow(() -> new Problem(CommonProblem.INVALID, "The value can't be one of this kind.")
                        .with("field", "value"));
        return transactions.write(() -> require(customerId).chain(survivor -> {
            var fact = entered(survivor, kind, value, written.strip(), agentId);
            return facts.add(List.of(fact))
                    .chain(() -> facts.of(List.of(survivor), clock.instant()))
                    .map(rows -> find(rows, FactRule.id(kind, value)));
        }));
    }

    private Fact entered(UUID customerId, String kind, String value, String shown, String agentId) {
        var now = clock.instant();
        return new Fact(
                Ids.next(),
                kind,
                value,
                customerId,
                shown,
                Fact.AGENT,
                null,
                agentId,
                true,
                CERTAIN,
                null,
                now,
                now.plus(learning.keep(kind)));
    }

    private KnownFact find(List<FactRepository.Owned> rows, UUID factId) {
        return rule.known(rows.stream().map(FactRepository.Owned::fact).toList()).stream()
                .filter(fact -> fact.factId().equals(factId))
                .findFirst()
                .orElse(null);
    }

    /** It is not so, or not any more: hidden until somebody says it anew. */
    Uni<Void> withdraw(UUID customerId, UUID factId, String agentId) {
        return transactions.write(() -> require(customerId)
                .chain(survivor -> facts.of(List.of(survivor), clock.instant())
                        .map(rows -> find(rows, factId))
                        .onItem()
                        .ifNull()
                        .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "This customer has no such fact."))
                        .chain(fact -> facts.withdraw(survivor, fact.kind(), fact.value(), agentId, clock.instant()))));
    }
}
