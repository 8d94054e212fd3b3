/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import fi.saumaton.gateway.channel.Handle;

/**
 * Somebody has come. All of it is a claim.
 *
 * @param host whom they want to meet, absent for anybody
 */
@RegisterForReflection
@Schema(
        name = "VisitAnnouncement",
        examples = "{\"name\":\"Mikko\",\"purpose\":\"Picks up his saw\",\"phone\":\"+358401234567\"}")
public record Announcement(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 500) String purpose,
        @Size(max = 200) String host,
        @Email @Size(max = 254) String email,
        @Size(max = 30) String phone,
        @Size(max = 60) String customerNumber) {

    String text() {
        var text = new StringBuilder(name.strip()).append(" is here");
        if (isGiven(host)) {
            text.append(" to meet ").append(host.strip());
        }
        return isGiven(purpose) ? text.append(": ").append(purpose.strip()).toString() : text.toString();
    }

    /** The visit itself stands for somebody who says nothing about themselves. */
    List<Handle> handles(UUID visit) {
        var handles = new ArrayList<Handle>();
        add(handles, "email", email == null ? null : email.toLowerCase(Locale.ROOT));
        add(handles, "phone", phone);
        add(handles, "customer-number", customerNumber);
        if (handles.isEmpty()) {
            handles.add(Handle.claimed("visit", visit.toString()));
        }
        return handles;
    }

    private static void add(List<Handle> handles, String kind, String value) {
        if (isGiven(value)) {
            handles.add(Handle.claimed(kind, value.strip()));
        }
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }
}
