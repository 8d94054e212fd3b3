/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fi.saumaton.customer.erasure.Tombstones;
import fi.saumaton.customer.identity.Evidence;
import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.identity.ProvenHandle;
import fi.saumaton.customer.identity.Sighting;
import fi.saumaton.customer.moving.source.ForeignContact;

/**
 * A contact's addresses as handles.
 *
 * @param source what its links name as theirs
 * @param handles the first is the record's own id; none when that can be no handle
 * @param left the kinds of those that can be no handle
 */
record ContactReading(ForeignContact contact, UUID source, List<ProvenHandle> handles, List<String> left) {
    static ContactReading of(Origin origin, ForeignContact contact, HandleRule rule) {
        List<ProvenHandle> handles = new ArrayList<>();
        List<String> left = new ArrayList<>();
        var own = rule.handle(origin.handleKind(), contact.id());
        own.ifPresent(handle -> handles.add(new ProvenHandle(handle, Evidence.IMPORT)));
        for (var address : contact.addresses()) {
            var handle = rule.handle(address.kind(), address.value());
            if (handle.isEmpty()) {
                left.add(address.kind());
            } else if (own.isPresent() && fits(handle.get(), handles)) {
                handles.add(new ProvenHandle(handle.get(), Evidence.IMPORT));
            }
        }
        return new ContactReading(
                contact, origin.id(Finding.CONTACT, contact.id()), List.copyOf(handles), List.copyOf(left));
    }

    private static boolean fits(Handle handle, List<ProvenHandle> handles) {
        return handles.stream()
                .map(ProvenHandle::handle)
                .noneMatch(other -> other.equals(handle) || other.contradicts(handle));
    }

    List<Handle> plain() {
        return handles.stream().map(ProvenHandle::handle).toList();
    }

    /** Of a contact that does not say how old it is we take it that it was there before any erasure. */
    List<Tombstones.Sign> signs() {
        var at = contact.createdAt() == null ? Instant.EPOCH : contact.createdAt();
        return plain().stream()
                .map(handle -> new Tombstones.Sign(source, handle.kind(), handle.value(), at))
                .toList();
    }

    Sighting sighting(Origin origin, Instant now) {
        return new Sighting(
                source,
                handles,
                contact.name(),
                contact.language(),
                origin.key(),
                contact.createdAt() == null ? now : contact.createdAt());
    }
}
