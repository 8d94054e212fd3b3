/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.erasure.ErasureProblem;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.timeline.RecordingService.Result;
import fi.saumaton.customer.timeline.TouchpointSourceRepository.Source;
import fi.saumaton.customer.timeline.VersionRule.Outcome;
import fi.saumaton.customer.timeline.type.TypeService;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.IdempotencyKeys;
import fi.saumaton.kit.web.Problem;

/** Takes in what back-office systems push and what people log: once, however often they send it. */
@ApplicationScoped
public class TouchpointService {
    /** The system of entries that people write here by hand; their external id is their own id. */
    static final String PERSON = "person";

    private final Transactions transactions;
    private final TypeService types;
    private final EntryDesk desk;
    private final RecordingService recording;
    private final TouchpointSourceRepository sources;
    private final IdentityService identities;
    private final Removal removal;
    private final Outbox outbox;
    private final IdempotencyKeys keys;
    private final Clock clock;

    TouchpointService(
            Transactions transactions,
            TypeService types,
            EntryDesk desk,
            RecordingService recording,
            TouchpointSourceRepository sources,
            IdentityService identities,
            Removal removal,
            Outbox outbox,
            IdempotencyKeys keys,
            Clock clock) {
        this.transactions = transactions;
        this.types = types;
        this.desk = desk;
        this.recording = recording;
        this.sources = sources;
        this.identities = identities;
        this.removal = removal;
        this.outbox = outbox;
        this.keys = keys;
        this.clock = clock;
    }

    /** Who wants to take an entry away; an admin may take everybody's. */
    record Remover(String id, boolean admin) {}

    Uni<Result> record(TouchpointRequest request, String caller) {
        return transactions
                .write(() -> types.find(List.of(request.kind()))
                        .map(found -> desk.entry(request, found))
                        .chain(entry -> recording.write(List.of(entry), caller, true)))
                .map(List::getFirst)
                .invoke(TouchpointService::requireTaken);
    }

    private static void requireTaken(Result result) {
        if (result.outcome() == Outcome.ERASED) {
            throw new Problem(ErasureProblem.ERASED, "The customer was erased after this happened.");
        }
        if (result.outcome() == Outcome.FOREIGN) {
            throw new Problem(TouchpointProblem.CONFLICT, "Another caller has recorded this entry.")
                    .with("touchpointId", result.touchpointId());
        }
        if (result.outcome() == Outcome.CONFLICTING) {
            throw new Problem(
                            TouchpointProblem.CONFLICT,
                            "This system has sent other content under this external id and version before.")
                    .with("touchpointId", result.touchpointId());
        }
    }

    /** What a person logs; the same idempotency key logs it once. */
    Uni<LogResource.Logged> log(UUID customerId, LogRequest request, Author author, String idempotencyKey) {
        var touchpointId = Ids.next();
        var entry = desk.entry(touchpointId, request.touchpoint(touchpointId), customerId, author);
        return transactions.write(() -> keys.once(
                author.id(),
                idempotencyKey,
                new LogResource.Identified(customerId, request),
                LogResource.Logged.class,
                () -> require(customerId)
                        .chain(survivor -> recording.write(List.of(entry.of(survivor)), author.id(), true))
                        .map(results -> new LogResource.Logged(touchpointId))));
    }

    private Uni<UUID> require(UUID customerId) {
        return identities
                .survivor(customerId)
                .map(found ->
                        found.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such customer.")));
    }

    /**
     * Takes an entry away, unless a newer version of it is there.
     *
     * @param version the one in which it is gone; null for whatever is there
     */
    Uni<Boolean> remove(Entry.Key key, Long version, Remover remover) {
        return transactions.write(() -> removeLocked(key, version, remover));
    }

    private Uni<Boolean> removeLocked(Entry.Key key, Long version, Remover remover) {
        return sources.lock(List.of(key)).chain(found -> {
            var source = found.get(key);
            if (source == null) {
                return removeUnseen(key, version, remover);
            }
            if (!remover.admin() && !source.stored().recordedBy().equals(remover.id())) {
                throw nothingThere();
            }
            return version != null && version < source.stored().version()
                    ? Uni.createFrom().item(false)
                    : remove(source, version, remover).replaceWith(true);
        });
    }

    /** What a person logged for this customer, by the same person or a supervisor. */
    Uni<Void> removeLogged(UUID customerId, UUID touchpointId, Remover remover) {
        var key = new Entry.Key(PERSON, touchpointId.toString());
        return transactions.write(() -> require(customerId)
                .chain(survivor -> sources.lock(List.of(key)).chain(found -> {
                    var source = found.get(key);
                    if (source == null
                            || !survivor.equals(source.stored().customerId())
                            || !remover.admin() && !source.stored().recordedBy().equals(remover.id())) {
                        throw nothingThere();
                    }
                    return remove(source, null, remover);
                })));
    }

    /** Somebody may have written the entry since it was looked for: then it is there by now. */
    private Uni<Boolean> removeUnseen(Entry.Key key, Long version, Remover remover) {
        if (version == null || key.system().equals(PERSON)) {
            throw nothingThere();
        }
        return sources.removeUnseen(key, Ids.next(), version, remover.id(), clock.instant())
                .chain(removed -> removed ? Uni.createFrom().item(true) : removeLocked(key, version, remover));
    }

    private Uni<Void> remove(Source source, Long version, Remover remover) {
        var now = clock.instant();
        var stored = source.stored();
        var gone = version == null ? stored.version() : version;
        var marked = sources.remove(source.key(), gone, now);
        return !source.stands()
                ? marked
                : marked.chain(() -> removal.remove(List.of(source)))
                        .chain(() -> outbox.append(Telling.removed(source.key(), stored, now)));
    }

    private static Problem nothingThere() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such entry.");
    }
}
