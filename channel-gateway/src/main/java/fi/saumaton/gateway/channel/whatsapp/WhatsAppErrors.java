/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import fi.saumaton.gateway.channel.meta.ErrorRule;
import fi.saumaton.gateway.channel.meta.GraphError;

/** The Cloud API's table of codes: what each asks of us, in the answer to a send as in a later status. */
final class WhatsAppErrors {
    /** One message to one customer every six seconds is what the pair may have for long. */
    private static final Duration PAIR_GAP = Duration.ofSeconds(6);

    private static final int FIRST_PERMISSION = 200;
    private static final int LAST_PERMISSION = 299;
    private static final Map<Integer, ErrorRule> RULES = rules();

    private WhatsAppErrors() {}

    static ErrorRule rule(GraphError error) {
        if (error.code() >= FIRST_PERMISSION && error.code() <= LAST_PERMISSION) {
            return RULES.get(10);
        }
        var known = RULES.get(error.code());
        return known == null ? ErrorRule.never(unknown(error)) : known;
    }

    private static String unknown(GraphError error) {
        return error.title().isBlank() ? "WhatsApp refused the message" : "WhatsApp refused it: " + error.title();
    }

    private static Map<Integer, ErrorRule> rules() {
        var rules = new HashMap<Integer, ErrorRule>();
        put(rules, ErrorRule.trouble("WhatsApp does not accept our access token"), 0, 190);
        put(rules, ErrorRule.trouble("Our access token may not send for this number"), 3, 10);
        put(rules, ErrorRule.slowDown("Too many messages went out through this number"), 4, 80007, 130429);
        put(rules, ErrorRule.waitFor(PAIR_GAP, "Too many messages went to this customer in a short time"), 131056);
        put(rules, ErrorRule.trouble("WhatsApp holds this number back: too many took its messages for spam"), 131048);
        put(rules, ErrorRule.trouble("WhatsApp has restricted the account"), 131031, 368, 130497);
        put(rules, ErrorRule.trouble("The payment of the WhatsApp account has a problem"), 131042);
        put(rules, ErrorRule.retry("WhatsApp is not well just now"), 1, 2, 131057, 131016, 131000);
        customers(rules);
        messages(rules);
        return Map.copyOf(rules);
    }

    private static void customers(Map<Integer, ErrorRule> rules) {
        put(
                rules,
                ErrorRule.never("More than 24 hours have passed since the customer's last message: send a template"),
                131047);
        put(
                rules,
                ErrorRule.never("The customer cannot be reached here: not on WhatsApp, an old app, or we are blocked"),
                131026);
        put(rules, ErrorRule.never("WhatsApp limits marketing to this customer: not before 24 hours from now"), 131049);
        put(rules, ErrorRule.never("The customer takes no marketing messages"), 131050);
        put(rules, ErrorRule.never("The customer is in an experiment of WhatsApp and gets no marketing"), 130472);
        put(rules, ErrorRule.never("This kind of message needs the customer's phone number"), 131062);
    }

    private static void messages(Map<Integer, ErrorRule> rules) {
        put(rules, ErrorRule.never("WhatsApp does not know this kind of message"), 131051);
        put(rules, ErrorRule.never("WhatsApp could not give out the file"), 131052);
        put(rules, ErrorRule.never("WhatsApp did not take the file"), 131053);
        put(rules, ErrorRule.never("The template's parameters don't fit it"), 132000, 132012);
        put(rules, ErrorRule.never("There is no such template in this language"), 132001);
        put(rules, ErrorRule.never("The template is too long with these parameters"), 132005);
        put(rules, ErrorRule.never("The template breaks WhatsApp's policy"), 132007);
        put(rules, ErrorRule.never("The template is paused for its quality"), 132015);
        put(rules, ErrorRule.never("The template is switched off"), 132016);
    }

    private static void put(Map<Integer, ErrorRule> rules, ErrorRule rule, int... codes) {
        for (int code : codes) {
            rules.put(code, rule);
        }
    }
}
