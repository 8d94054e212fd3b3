/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

/**
 * Who wrote or did something.
 *
 * @param type customer, agent, bot or system
 * @param id an agent's token subject; null for customers
 */
public record Author(String type, String id, String name) {
    public static Author customer(String name) {
        return new Author("customer", null, name);
    }

    public static Author agent(String id, String name) {
        return new Author("agent", id, name);
    }

    public static Author system(String name) {
        return new Author("system", null, name);
    }
}
