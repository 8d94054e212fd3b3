/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;

import fi.saumaton.customer.fact.Event;
import fi.saumaton.customer.fact.FactService;
import fi.saumaton.customer.identity.Evidence;
import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.identity.HandleProblem;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.identity.Identification;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.identity.ProvenHandle;
import fi.saumaton.customer.identity.Sighting;
import fi.saumaton.customer.person.PersonService;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Takes in what back-office systems push: once, however often they send it. */
@ApplicationScoped
public class TouchpointService {
    private static final int MAX_DATA = 32 * 1024;

    private final Transactions transactions;
    private final TouchpointSourceRepository sources;
    private final IdentityService identities;
    private final TimelineService timeline;
    private final FactService facts;
    private final PersonService people;
    private final Outbox outbox;
    private final HandleRule handleRule;
    private final ObjectMapper mapper;
    private final ObjectWriter canonical;
    private final Clock clock;

    TouchpointService(
            Transactions transactions,
            TouchpointSourceRepository sources,
            IdentityService identities,
            TimelineService timeline,
            FactService facts,
            PersonService people,
            Outbox outbox,
            HandleRule handleRule,
            ObjectMapper mapper,
            Clock clock) {
        this.transactions = transactions;
        this.sources = sources;
        this.identities = identities;
        this.timeline = timeline;
        this.facts = facts;
        this.people = people;
        this.outbox = outbox;
        this.handleRule = handleRule;
        this.mapper = mapper;
        this.canonical = mapper.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.clock = clock;
    }

    /** @param created false when the same entry had been sent before */
    record Outcome(UUID touchpointId, UUID customerId, boolean created) {}

    Uni<Outcome> record(TouchpointRequest request, String caller) {
        var handles = handles(request);
        var hash = hash(request);
        var touchpointId = Ids.next();
        return transactions.write(() -> sources.reserve(request, hash, touchpointId, caller, clock.instant())
                .chain(reserved -> reserved ? write(request, handles, touchpointId) : repeated(request, hash)));
    }

    private Uni<Outcome> write(TouchpointRequest request, List<ProvenHandle> handles, UUID touchpointId) {
        var sighting = new Sighting(
                touchpointId, handles, request.customer().displayName(), null, request.system(), request.occurredAt());
        return identities
                .identify(List.of(sighting))
                .map(found -> found.get(touchpointId))
                .call(who -> sources.belongsTo(request, who.recordedUnder()))
                .call(who -> timeline.add(List.of(touchpoint(request, touchpointId, who))))
                .call(who -> facts.learn(new Event(
                        touchpointId,
                        who.recordedUnder(),
                        request.kind(),
                        request.system(),
                        request.data(),
                        request.occurredAt())))
                .call(who -> tell(request, touchpointId, who))
                .call(who -> request.kind().equals(Touchpoint.PURCHASE)
                        ? identities.bought(who.recordedUnder())
                        : Uni.createFrom().voidItem())
                .call(who -> outbox.append(events(request, touchpointId, who)))
                .map(who -> new Outcome(touchpointId, who.customerId(), true));
    }

    private Uni<Void> tell(TouchpointRequest request, UUID touchpointId, Identification who) {
        var details = request.customer().details();
        return details == null
                ? Uni.createFrom().voidItem()
                : people.tell(
                        who.recordedUnder(),
                        "touchpoint:" + touchpointId,
                        request.system(),
                        request.occurredAt(),
                        details);
    }

    private Uni<Outcome> repeated(TouchpointRequest request, String hash) {
        return sources.find(request.system(), request.externalId()).map(stored -> {
            if (!stored.contentHash().equals(hash)) {
                throw new Problem(
                                TouchpointProblem.CONFLICT,
                                "This system has sent other content under this external id before.")
                        .with("touchpointId", stored.touchpointId());
            }
            return new Outcome(stored.touchpointId(), stored.customerId(), false);
        });
    }

    private Touchpoint touchpoint(TouchpointRequest request, UUID id, Identification who) {
        return Touchpoint.backOffice(
                who.recordedUnder(),
                request.kind(),
                id,
                request.occurredAt(),
                clock.instant(),
                Author.system(request.system()),
                request.title(),
                request.data());
    }

    private List<OutgoingEvent> events(TouchpointRequest request, UUID touchpointId, Identification who) {
        var now = clock.instant();
        var customerId = who.customerId();
        List<OutgoingEvent> events = new ArrayList<>();
        who.events().forEach(event -> events.add(OutgoingEvent.of(event.type(), customerId, now, event)));
        events.add(OutgoingEvent.of(
                TouchpointEvent.RECORDED,
                customerId,
                now,
                new TouchpointEvent.Recorded(
                        customerId,
                        touchpointId,
                        request.kind(),
                        request.system(),
                        request.externalId(),
                        request.occurredAt(),
                        now)));
        return events;
    }

    private List<ProvenHandle> handles(TouchpointRequest request) {
        var handles = request.customer().handles().stream()
                .map(this::handle)
                .distinct()
                .toList();
        if (handles.stream().anyMatch(one -> handles.stream().anyMatch(one::contradicts))) {
            throw new Problem(HandleProblem.INVALID_HANDLE, "Two of the handles belong to different people.");
        }
        return handles.stream()
                .map(handle -> new ProvenHandle(handle, Evidence.ORDER))
                .toList();
    }

    private Handle handle(TouchpointRequest.Named named) {
        return handleRule.handle(named.kind(), named.value()).orElseThrow(() -> HandleProblem.invalid(named.kind()));
    }

    private String hash(TouchpointRequest request) {
        try {
            if (request.data() != null && mapper.writeValueAsBytes(request.data()).length > MAX_DATA) {
                throw new Problem(CommonProblem.INVALID, "The data is larger than 32 KiB.").with("field", "data");
            }
            var content = canonical.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A request that can't be written as JSON", e);
        }
    }
}
