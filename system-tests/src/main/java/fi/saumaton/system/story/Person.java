/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

/**
 * Somebody who deals with the company.
 *
 * @param name as people write it
 * @param email their own address
 * @param shopCustomer customer number in the shop
 * @param shopLogin what they log in to the demo shop with
 */
public record Person(String name, String email, String shopCustomer, String shopLogin) {

    /** The customer of the demo story. */
    public static Person mikko() {
        return new Person("Mikko", "mikko@example.test", "C-1001", "mikko");
    }
}
