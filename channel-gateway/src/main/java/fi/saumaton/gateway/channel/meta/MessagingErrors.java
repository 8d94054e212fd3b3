/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

/** What the Send API's codes ask of us. */
final class MessagingErrors {
    private static final int OUTSIDE_WINDOW = 2018278;

    private MessagingErrors() {}

    static ErrorRule rule(GraphError error) {
        return switch (error.code()) {
            case 0, 190 -> ErrorRule.trouble("Meta does not accept our access token");
            case 10 ->
                error.subcode() == OUTSIDE_WINDOW
                        ? ErrorRule.never("The time to answer is over: the customer has to write again")
                        : notAllowed();
            case 3 -> notAllowed();
            case 368 -> ErrorRule.trouble("Meta has restricted the account");
            case 4, 32, 613 -> ErrorRule.slowDown("Too many messages went out through this account");
            case 1, 2 -> ErrorRule.retry("Meta is not well just now");
            case 551 -> ErrorRule.never("The customer cannot be reached here just now");
            case 100 -> ErrorRule.never("Meta did not understand the message");
            default -> error.code() >= 200 && error.code() <= 299 ? notAllowed() : ErrorRule.never(unknown(error));
        };
    }

    private static ErrorRule notAllowed() {
        return ErrorRule.trouble("Our access token may not send for this account");
    }

    private static String unknown(GraphError error) {
        return error.title().isBlank() ? "Meta refused the message" : "Meta refused it: " + error.title();
    }
}
