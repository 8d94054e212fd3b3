/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

/** Names of those who can be told something. */
public final class Recipients {
    private Recipients() {}

    public static String agent(String subject) {
        return "agent:" + subject;
    }

    public static String visitor(String visitorId) {
        return "visitor:" + visitorId;
    }
}
