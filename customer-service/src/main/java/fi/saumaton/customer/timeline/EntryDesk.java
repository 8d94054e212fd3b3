/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;

import fi.saumaton.customer.identity.Evidence;
import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.identity.HandleProblem;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.identity.ProvenHandle;
import fi.saumaton.customer.timeline.type.EntryType;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.web.Problem;

/** Makes entries of what was sent, or says why it can't be one. */
@ApplicationScoped
class EntryDesk {
    private final EntryCheck check;
    private final HandleRule handleRule;
    private final ObjectWriter canonical;

    EntryDesk(EntryCheck check, HandleRule handleRule, ObjectMapper mapper) {
        this.check = check;
        this.handleRule = handleRule;
        this.canonical = mapper.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /**
     * Of a back-office system; throws a problem.
     *
     * @param types the company's own, by kind
     */
    Entry entry(TouchpointRequest request, Map<String, EntryType> types) {
        return new Entry(
                Ids.next(),
                request,
                hash(request),
                check.check(request, types.get(request.kind())),
                handles(request.customer()),
                null,
                Author.system(request.system()));
    }

    /** Of a person who meets the customer; throws a problem. */
    Entry entry(UUID touchpointId, TouchpointRequest request, UUID customerId, Author author) {
        return new Entry(
                touchpointId, request, hash(request), check.check(request, null), List.of(), customerId, author);
    }

    private List<ProvenHandle> handles(TouchpointRequest.Whose customer) {
        var handles = customer.handles().stream().map(this::handle).distinct().toList();
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
            var content = canonical.writeValueAsString(request.unversioned()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A request that can't be written as JSON", e);
        }
    }
}
