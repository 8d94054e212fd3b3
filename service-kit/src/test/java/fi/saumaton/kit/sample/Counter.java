/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sample;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "counter")
public class Counter {

    @Id
    private UUID id;

    @Version
    private int version;

    private int value;

    protected Counter() {}

    Counter(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    int value() {
        return value;
    }

    void increase() {
        value++;
    }
}
