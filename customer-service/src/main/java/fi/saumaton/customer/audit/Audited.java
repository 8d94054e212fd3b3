/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/**
 * On a resource's method that shows customers: whoever calls it has a purpose, and no answer leaves before it stands in
 * the audit log that they did.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Audited {
    /** What is done, in the log's words: {@code glance}, {@code timeline}. */
    String value();

    /** What it is for by its nature, when the caller does not say otherwise; empty when the caller has to say. */
    String purpose() default "";

    /** What the path parameter {@code id} names; where there is none, the answer says who is in it. */
    Subject of() default Subject.CUSTOMER;

    /** What a path leads to. */
    enum Subject {
        CUSTOMER,
        ISSUE
    }
}
