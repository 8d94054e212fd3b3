/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

/** What an error of the Graph API means for a message. */
public enum ErrorClass {
    /** Their side is not well just now: the message is tried again. */
    RETRY,
    /** Too much went out through the account: everything of it waits. */
    SLOW_DOWN,
    /** Too much went out to one customer: what is for them waits. */
    WAIT_FOR_RECIPIENT,
    /** Never, as it is. */
    FINAL,
    /** Token, permission, payment or a block: nothing goes out before somebody has put it right. */
    ACCOUNT_TROUBLE
}
