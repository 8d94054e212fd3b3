/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.util.Map;
import java.util.Set;

/**
 * What Twilio's error codes mean for a request that it answered.
 *
 * @param code Twilio's own, 0 when it gave none
 */
public record Refusal(Kind kind, int code, String reason) {
    /** The recipient has sent STOP: Twilio takes nothing for them any more. */
    public static final int OPTED_OUT = 21610;
    /** The call is over. */
    public static final int CALL_OVER = 21220;

    private static final Set<Integer> BUSY = Set.of(14107, 20429, 21611, 30001, 30022, 63018);
    private static final Set<Integer> ACCOUNT = Set.of(20003, 20005, 30002, 63038, 10001, 10002);

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(21211, "The number is not valid"),
            Map.entry(21214, "The number cannot be called"),
            Map.entry(21217, "The number is not valid"),
            Map.entry(CALL_OVER, "The call is over"),
            Map.entry(21408, "Messages to this country are not switched on"),
            Map.entry(OPTED_OUT, "The recipient has asked for no more messages (STOP)"),
            Map.entry(21612, "The number cannot be reached from ours"),
            Map.entry(21614, "The number is not a mobile"),
            Map.entry(21617, "The text is too long"),
            Map.entry(30003, "The telephone cannot be reached"),
            Map.entry(30004, "The recipient or their operator blocks our messages"),
            Map.entry(30005, "The number is unknown or no longer in use"),
            Map.entry(30006, "The number is a landline or its operator takes no messages"),
            Map.entry(30007, "The operator filtered the message"),
            Map.entry(30008, "It failed for a reason the operator does not tell"),
            Map.entry(13224, "The number cannot be dialled"),
            Map.entry(63016, "Free text is no longer allowed, only a template"),
            Map.entry(63024, "The recipient is not in WhatsApp"));

    /** What follows. */
    public enum Kind {
        /** Too much at once: the whole account waits. */
        BUSY,
        /** Nothing of this account is taken (credentials, suspension): all of it waits for somebody to put it right. */
        ACCOUNT,
        /** Twilio is ill, and did not take it. */
        AWAY,
        /** Twilio is ill, and may have taken it. */
        UNSURE,
        /** Never. */
        FINAL
    }

    /** @param code 0 when the body names none */
    public static Refusal of(int status, int code) {
        return new Refusal(kind(status, code), code, reason(code, "Twilio answered " + (code == 0 ? status : code)));
    }

    /** What a status report says about a message that came to nothing; null without a code. */
    public static String reason(String code) {
        if (code == null) {
            return null;
        }
        try {
            return reason(Integer.parseInt(code), "Twilio's error " + code);
        } catch (NumberFormatException e) {
            return "Twilio's error " + code;
        }
    }

    private static Kind kind(int status, int code) {
        if (status == 429 || BUSY.contains(code)) {
            return Kind.BUSY;
        }
        if (status == 401 || status == 403 && code == 0 || ACCOUNT.contains(code)) {
            return Kind.ACCOUNT;
        }
        if (status == 503) {
            return Kind.AWAY;
        }
        return status >= 500 || status == 408 ? Kind.UNSURE : Kind.FINAL;
    }

    private static String reason(int code, String otherwise) {
        return REASONS.getOrDefault(code, otherwise);
    }
}
