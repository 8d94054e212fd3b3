/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.Comparator;
import java.util.Set;

/**
 * A way to reach or recognise a person, normalised by {@link HandleRule}. The kind is open: a new channel brings a new
 * kind without a change here.
 *
 * @param kind lower case, for example {@code email}; of another system {@code external:} and its name
 * @param value normalised: e-mail in lower case, phone as E.164
 */
public record Handle(String kind, String value) implements Comparable<Handle> {
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    /** WhatsApp's own id of a user, who may hide the phone number behind a user name. */
    public static final String WHATSAPP = "whatsapp";

    public static final String INSTAGRAM = "instagram";
    public static final String MESSENGER = "messenger";
    public static final String X = "x";
    public static final String LINKEDIN = "linkedin";
    public static final String TELEGRAM = "telegram";
    public static final String VISITOR = "visitor";
    public static final String SHOP_CUSTOMER = "shop-customer";
    public static final String CUSTOMER_NUMBER = "customer-number";
    public static final String OIDC_SUBJECT = "oidc-subject";
    /** The beginning of the kind of another system's id: {@code external:hubspot}. */
    public static final String EXTERNAL = "external:";

    /** One person has only one of each: two different values are two people, whatever else they share. */
    private static final Set<String> EXCLUSIVE = Set.of(SHOP_CUSTOMER, CUSTOMER_NUMBER, OIDC_SUBJECT);

    private static final Comparator<Handle> ORDER =
            Comparator.comparing(Handle::kind).thenComparing(Handle::value);

    /** A visitor's id belongs to a browser, which a family may share; everything else belongs to a person. */
    public boolean personal() {
        return !kind.equals(VISITOR);
    }

    public boolean exclusive() {
        return EXCLUSIVE.contains(kind) || kind.startsWith(EXTERNAL);
    }

    public boolean contradicts(Handle other) {
        return exclusive() && kind.equals(other.kind) && !value.equals(other.value);
    }

    /** One order for everybody who writes handles, so that two writers never wait for each other in a circle. */
    @Override
    public int compareTo(Handle other) {
        return ORDER.compare(this, other);
    }

    /** Personal data stays out of logs and messages. */
    @Override
    public String toString() {
        return kind + ":…";
    }
}
