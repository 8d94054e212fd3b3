/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One Authentication-Results header field (RFC 8601, section 2.2).
 *
 * @param authservId who says it, lower case
 * @param methods what was checked; empty for {@code none}
 */
record AuthenticationResults(String authservId, List<Method> methods) {

    /**
     * One check and its result, all lower case.
     *
     * @param properties {@code header.from} → value, as in {@code ptype.property=pvalue}
     */
    record Method(String method, String result, Map<String, String> properties) {
        Optional<String> property(String name) {
            return Optional.ofNullable(properties.get(name));
        }
    }

    /** The field's body, or nothing when it is no such field (a sender may write anything there). */
    static Optional<AuthenticationResults> parse(String body) {
        var sections = sections(body);
        var head = sections.getFirst();
        if (head.isEmpty() || head.size() > 2) {
            return Optional.empty();
        }
        var methods = sections.stream()
                .skip(1)
                .map(AuthenticationResults::method)
                .flatMap(Optional::stream)
                .toList();
        return Optional.of(new AuthenticationResults(head.getFirst().toLowerCase(Locale.ROOT), methods));
    }

    private static Optional<Method> method(List<String> tokens) {
        var pairs = pairs(tokens);
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        var first = pairs.getFirst();
        var properties = new HashMap<String, String>();
        pairs.stream().skip(1).forEach(pair -> properties.putIfAbsent(pair[0], pair[1]));
        var name = first[0].replaceFirst("/.*", "");
        return Optional.of(new Method(name, first[1], Map.copyOf(properties)));
    }

    /** {@code a=b}, also with white space round the sign; anything else is skipped. */
    private static List<String[]> pairs(List<String> tokens) {
        var pairs = new ArrayList<String[]>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i + 1).equals("=") && !tokens.get(i).equals("=")) {
                pairs.add(new String[] {
                    tokens.get(i).toLowerCase(Locale.ROOT), tokens.get(i + 2).toLowerCase(Locale.ROOT)
                });
                i += 2;
            }
        }
        return pairs;
    }

    /** Split at semicolons into tokens; comments (nested) dropped, quoted strings taken as one token. */
    private static List<List<String>> sections(String body) {
        var sections = new ArrayList<List<String>>();
        sections.add(new ArrayList<>());
        var token = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
                if (quoted && i < body.length()) {
                    token.append(body.charAt(i));
                }
            } else if (quoted) {
                quoted = c != '"';
                if (quoted) {
                    token.append(c);
                }
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth > 0) {
                continue;
            } else if (c == '"') {
                quoted = true;
            } else if (c == ';' || c == '=' || Character.isWhitespace(c)) {
                end(token, sections.getLast());
                separator(c, sections);
            } else {
                token.append(c);
            }
        }
        end(token, sections.getLast());
        return sections;
    }

    private static void separator(char c, List<List<String>> sections) {
        if (c == ';') {
            sections.add(new ArrayList<>());
        } else if (c == '=') {
            sections.getLast().add("=");
        }
    }

    private static void end(StringBuilder token, List<String> tokens) {
        if (!token.isEmpty()) {
            tokens.add(token.toString());
            token.setLength(0);
        }
    }
}
