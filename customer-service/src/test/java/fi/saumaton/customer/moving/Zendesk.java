/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import fi.saumaton.customer.moving.StandIn.Answer;
import fi.saumaton.customer.moving.StandIn.Request;

/** A company's Zendesk with some users and tickets, two users a page. */
final class Zendesk implements Function<Request, Answer> {
    private static final int PAGE = 2;

    private final List<String> users = new ArrayList<>();
    private final Map<Long, String> byId = new LinkedHashMap<>();
    private final List<String> tickets = new ArrayList<>();
    private final Map<Long, List<String>> comments = new LinkedHashMap<>();

    Zendesk user(long id, String name, String email, String phone) {
        return user(id, name, email, phone, "end-user");
    }

    Zendesk agent(long id, String name) {
        return user(id, name, "jenni-" + id + "@example.test", null, "agent");
    }

    private Zendesk user(long id, String name, String email, String phone, String role) {
        var user = """
                {"id": %d, "name": "%s", "email": %s, "phone": %s, "shared_phone_number": false, "role": "%s",
                 "locale": "fi", "created_at": "2019-05-02T09:00:00Z", "updated_at": "2025-01-02T09:00:00Z"}
                """.formatted(id, name, quoted(email), quoted(phone), role);
        byId.put(id, user);
        if (role.equals("end-user")) {
            users.add(user);
        }
        return this;
    }

    /** @param said author's id, a colon, and the text; with an exclamation mark before it a note */
    Zendesk ticket(long id, long requester, String subject, String status, String at, String... said) {
        tickets.add("""
                {"id": %d, "requester_id": %d, "subject": "%s", "status": "%s", "via": {"channel": "email"},
                 "created_at": "%s", "updated_at": "%s"}
                """.formatted(id, requester, subject, status, at, at));
        List<String> own = new ArrayList<>();
        for (var text : said) {
            boolean note = text.startsWith("!");
            var parts = (note ? text.substring(1) : text).split(":", 2);
            own.add("""
                    {"id": %d, "author_id": %s, "plain_body": "%s", "public": %s, "created_at": "%s"}
                    """.formatted(id * 100 + own.size(), parts[0], parts[1], !note, at));
        }
        comments.put(id, own);
        return this;
    }

    Zendesk withoutTickets() {
        tickets.clear();
        return this;
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    @Override
    public Answer apply(Request request) {
        return Answer.ok(
                switch (request.path()) {
                    case "/api/v2/users/count.json" -> count(users.size());
                    case "/api/v2/tickets/count.json" -> count(tickets.size());
                    case "/api/v2/users.json" -> page("users", users, request.query("page[after]"));
                    case "/api/v2/tickets.json" -> page("tickets", tickets, request.query("page[after]"));
                    case "/api/v2/incremental/users/cursor.json" -> changes("users", users);
                    case "/api/v2/incremental/tickets/cursor.json" -> changes("tickets", tickets);
                    case "/api/v2/users/show_many.json" -> named(request.query("ids"));
                    default -> page("comments", comments.get(ticket(request.path())), "");
                });
    }

    private static String changes(String field, List<String> all) {
        return "{\"%s\": [%s], \"end_of_stream\": true, \"after_cursor\": \"end\"}"
                .formatted(field, String.join(",", all));
    }

    private static long ticket(String path) {
        return Long.parseLong(path.split("/")[4]);
    }

    private static String count(int count) {
        return "{\"count\": {\"value\": " + count + "}}";
    }

    private String named(String ids) {
        var found =
                Arrays.stream(ids.split(",")).map(Long::valueOf).map(byId::get).toList();
        return "{\"users\": [" + String.join(",", found) + "]}";
    }

    private static String page(String field, List<String> all, String after) {
        int from = after.isEmpty() ? 0 : Integer.parseInt(after.substring("after-".length()));
        int to = field.equals("comments") ? all.size() : Math.min(all.size(), from + PAGE);
        return "{\"%s\": [%s], \"meta\": {\"has_more\": %s, \"after_cursor\": \"after-%d\"}}"
                .formatted(field, String.join(",", all.subList(from, to)), to < all.size(), to);
    }
}
