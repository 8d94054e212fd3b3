/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/**
 * A person, as a cluster of handles. A customer who was found to be the same as another one redirects to that one, the
 * survivor; a survivor points at itself, and never redirects through a third. Written by {@link IdentityService}.
 */
@Entity
public class Customer {
    @Id
    private UUID id;

    @Column(name = "survivor_id")
    private UUID survivorId;

    @Column(name = "display_name")
    private String displayName;

    private String language;
    private String stage;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    /** For Hibernate. */
    protected Customer() {}

    public UUID id() {
        return id;
    }

    public UUID survivorId() {
        return survivorId;
    }

    /** Null when no name is known. */
    public String displayName() {
        return displayName;
    }

    /** BCP 47, null when not known. */
    public String language() {
        return language;
    }

    /** Of the life cycle: prospect, or customer once something was bought. */
    public String stage() {
        return stage;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int version() {
        return version;
    }
}
