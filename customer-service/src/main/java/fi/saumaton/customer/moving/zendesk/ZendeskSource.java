/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.zendesk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import fi.saumaton.customer.moving.source.ConnectionConfig.Connection;
import fi.saumaton.customer.moving.source.Connections;
import fi.saumaton.customer.moving.source.Fields;
import fi.saumaton.customer.moving.source.ForeignTicket;
import fi.saumaton.customer.moving.source.Provider;
import fi.saumaton.customer.moving.source.Reading;
import fi.saumaton.customer.moving.source.Source;
import fi.saumaton.customer.moving.source.SourcePage;
import fi.saumaton.customer.moving.source.SourcePage.Unreadable;
import fi.saumaton.customer.moving.source.TicketSink;
import fi.saumaton.customer.moving.source.What;

/** Reads Zendesk by its cursors, which, other than its page numbers, don't end at 10,000. */
@ApplicationScoped
class ZendeskSource implements Source, TicketSink {
    private static final int CONTACTS = 100;

    /** Each ticket is one more request, for its comments. */
    private static final int TICKETS = 25;

    private static final int NAMED = 100;

    private final Connections connections;
    private final Provider provider;

    ZendeskSource(Connections connections, Provider provider) {
        this.connections = connections;
        this.provider = provider;
    }

    @Override
    public String system() {
        return "zendesk";
    }

    @Override
    public Uni<Void> check(Reading reading) {
        connections.require(system(), reading.name());
        return Uni.createFrom().voidItem();
    }

    @Override
    public boolean tellsChanges() {
        return true;
    }

    @Override
    public Uni<Long> count(Reading reading) {
        var path = reading.what() == What.CONTACTS
                ? "/api/v2/users/count.json?role=end-user"
                : "/api/v2/tickets/count.json";
        return get(reading.name(), path)
                .map(answer -> answer.path("count").path("value"))
                .map(value -> value.isNumber() ? value.asLong() : null);
    }

    @Override
    public Uni<SourcePage> page(Reading reading) {
        return reading.what() == What.CONTACTS ? contacts(reading) : tickets(reading);
    }

    private Uni<SourcePage> contacts(Reading reading) {
        return get(reading.name(), path("users", "users.json?role=end-user&", CONTACTS, reading))
                .map(page -> {
                    List<Unreadable> unreadable = new ArrayList<>();
                    var contacts = ZendeskReader.all(page, "users").stream()
                            .filter(user -> hasId(user, unreadable) && ZendeskReader.isCustomer(user))
                            .map(ZendeskReader::contact)
                            .toList();
                    return SourcePage.contacts(contacts, unreadable, next(page, reading));
                });
    }

    private Uni<SourcePage> tickets(Reading reading) {
        return get(reading.name(), path("tickets", "tickets.json?", TICKETS, reading))
                .chain(page -> {
                    List<Unreadable> unreadable = new ArrayList<>();
                    var found = ZendeskReader.all(page, "tickets").stream()
                            .filter(ticket -> hasId(ticket, unreadable))
                            .toList();
                    return whole(reading.name(), found)
                            .map(tickets -> SourcePage.tickets(tickets, unreadable, next(page, reading)));
                });
    }

    /** Changes have lists of their own, the incremental ones. */
    private static String path(String what, String all, int size, Reading reading) {
        if (reading.since() == null) {
            return "/api/v2/" + all + after(size, reading.cursor());
        }
        return "/api/v2/incremental/" + what + "/cursor.json?per_page=" + size
                + (reading.cursor() == null
                        ? "&start_time=" + reading.since().getEpochSecond()
                        : "&cursor=" + encoded(reading.cursor()));
    }

    private static String next(JsonNode page, Reading reading) {
        return reading.since() == null ? ZendeskReader.next(page) : ZendeskReader.nextChange(page);
    }

    /** The tickets with their comments, and with whoever wrote them. */
    private Uni<List<ForeignTicket>> whole(String name, List<JsonNode> tickets) {
        Map<String, List<JsonNode>> comments = new HashMap<>();
        var all = Uni.createFrom().voidItem();
        for (var ticket : tickets) {
            var id = Fields.text(ticket, "id");
            List<JsonNode> own = new ArrayList<>();
            comments.put(id, own);
            all = all.chain(() -> comments(name, id, null, own));
        }
        return all.chain(() -> people(name, List.copyOf(ZendeskReader.people(tickets, comments))))
                .map(people -> tickets.stream()
                        .map(ticket -> ZendeskReader.ticket(ticket, comments.get(Fields.text(ticket, "id")), people))
                        .toList());
    }

    private Uni<Void> comments(String name, String ticketId, String cursor, List<JsonNode> comments) {
        return get(name, "/api/v2/tickets/" + encoded(ticketId) + "/comments.json?" + after(100, cursor))
                .chain(page -> {
                    comments.addAll(ZendeskReader.all(page, "comments"));
                    var next = ZendeskReader.next(page);
                    return next == null || comments.size() > ForeignTicket.MOST_MESSAGES
                            ? Uni.createFrom().voidItem()
                            : comments(name, ticketId, next, comments);
                });
    }

    private Uni<Map<String, JsonNode>> people(String name, List<String> ids) {
        Map<String, JsonNode> people = new LinkedHashMap<>();
        var all = Uni.createFrom().voidItem();
        for (int from = 0; from < ids.size(); from += NAMED) {
            var some = String.join(",", ids.subList(from, Math.min(ids.size(), from + NAMED)));
            all = all.chain(() -> get(name, "/api/v2/users/show_many.json?ids=" + encoded(some)))
                    .invoke(page -> people.putAll(ZendeskReader.byId(ZendeskReader.all(page, "users"))))
                    .replaceWithVoid();
        }
        return all.replaceWith(people);
    }

    /** Zendesk refuses with 409 what was changed after the stamp. */
    @Override
    public Uni<Void> end(String name, String ticketId, boolean ended, Instant changedAt) {
        var ticket = JsonNodeFactory.instance.objectNode().put("status", ended ? "solved" : "open");
        if (changedAt != null) {
            ticket.put("safe_update", true).put("updated_stamp", changedAt.toString());
        }
        var body = JsonNodeFactory.instance.objectNode();
        body.set("ticket", ticket);
        var to = connections.require(system(), name);
        return provider.ask(new Provider.Call(
                        to,
                        "PUT",
                        "/api/v2/tickets/" + encoded(ticketId) + ".json",
                        authorization(to),
                        "application/json",
                        body.toString().getBytes(StandardCharsets.UTF_8)))
                .replaceWithVoid();
    }

    private static boolean hasId(JsonNode node, List<Unreadable> unreadable) {
        boolean has = Fields.text(node, "id") != null;
        if (!has) {
            unreadable.add(new Unreadable("?", "no-id"));
        }
        return has;
    }

    private static String after(int size, String cursor) {
        return "page%5Bsize%5D=" + size + (cursor == null ? "" : "&page%5Bafter%5D=" + encoded(cursor));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Uni<JsonNode> get(String name, String path) {
        var connection = connections.require(system(), name);
        return provider.ask(Provider.Call.get(connection, path, authorization(connection)));
    }

    private static String authorization(Connection connection) {
        var secret = connection.secret().orElse("");
        return connection
                .user()
                .map(user -> "Basic "
                        + Base64.getEncoder()
                                .encodeToString((user + "/token:" + secret).getBytes(StandardCharsets.UTF_8)))
                .orElse("Bearer " + secret);
    }
}
