/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.util.stream.Stream;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.conversation.Conversation;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** The number by which a conversation's customer can be called: the one they come from, else one that they have named. */
public final class CustomerNumber {
    private CustomerNumber() {}

    /** Refuses (409) when none is known. */
    public static String of(Conversation conversation) {
        var named = conversation.view().sender().handles().stream();
        return Stream.concat(Stream.of(conversation.handle()), named)
                .filter(handle -> handle.kind().equals(CallParser.PHONE))
                .map(Handle::value)
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.CONFLICT, "No telephone number of the customer is known"));
    }
}
