/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.freshdesk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
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

/** Reads Freshdesk's numbered pages in windows. */
@ApplicationScoped
class FreshdeskSource implements Source, TicketSink {
    private static final int CONTACTS = 100;

    /** Each ticket is one more request, for its conversations. */
    private static final int TICKETS = 25;

    private static final int CONVERSATIONS = 100;

    private final Connections connections;
    private final Provider provider;

    FreshdeskSource(Connections connections, Provider provider) {
        this.connections = connections;
        this.provider = provider;
    }

    @Override
    public String system() {
        return "freshdesk";
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
    public Uni<SourcePage> page(Reading reading) {
        var window = WindowRule.of(reading.cursor(), reading.since());
        boolean contacts = reading.what() == What.CONTACTS;
        int size = contacts ? CONTACTS : TICKETS;
        var since = URLEncoder.encode(window.since().toString(), StandardCharsets.UTF_8);
        var path = contacts
                ? "/api/v2/contacts?_updated_since=" + since
                : "/api/v2/tickets?order_by=updated_at&order_type=asc&include=requester,description&updated_since="
                        + since;
        return get(reading.name(), path + "&per_page=" + size + "&page=" + window.page())
                .chain(page -> {
                    List<Unreadable> unreadable = new ArrayList<>();
                    List<JsonNode> found = new ArrayList<>();
                    page.forEach(one -> {
                        if (Fields.text(one, "id") == null) {
                            unreadable.add(new Unreadable("?", "no-id"));
                        } else {
                            found.add(one);
                        }
                    });
                    var last = found.isEmpty() ? null : Fields.time(found.getLast(), "updated_at");
                    var next = page.size() < size ? null : window.next(last);
                    return contacts
                            ? Uni.createFrom()
                                    .item(SourcePage.contacts(
                                            found.stream()
                                                    .map(FreshdeskReader::contact)
                                                    .toList(),
                                            unreadable,
                                            next))
                            : tickets(reading.name(), found)
                                    .map(tickets -> SourcePage.tickets(tickets, unreadable, next));
                });
    }

    private Uni<List<ForeignTicket>> tickets(String name, List<JsonNode> tickets) {
        Map<String, List<JsonNode>> conversations = new HashMap<>();
        var all = Uni.createFrom().voidItem();
        for (var ticket : tickets) {
            var id = Fields.text(ticket, "id");
            List<JsonNode> own = new ArrayList<>();
            conversations.put(id, own);
            all = all.chain(() -> conversations(name, id, 1, own));
        }
        return all.map(nothing -> tickets.stream()
                .map(ticket -> FreshdeskReader.ticket(ticket, conversations.get(Fields.text(ticket, "id"))))
                .toList());
    }

    private Uni<Void> conversations(String name, String ticketId, int page, List<JsonNode> all) {
        var path = "/api/v2/tickets/" + URLEncoder.encode(ticketId, StandardCharsets.UTF_8) + "/conversations?per_page="
                + CONVERSATIONS + "&page=" + page;
        return get(name, path).chain(answer -> {
            answer.forEach(all::add);
            return answer.size() < CONVERSATIONS || all.size() > ForeignTicket.MOST_MESSAGES
                    ? Uni.createFrom().voidItem()
                    : conversations(name, ticketId, page + 1, all);
        });
    }

    @Override
    public Uni<Void> end(String name, String ticketId, boolean ended, Instant changedAt) {
        var path = "/api/v2/tickets/" + URLEncoder.encode(ticketId, StandardCharsets.UTF_8);
        var to = connections.require(system(), name);
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("status", ended ? FreshdeskReader.RESOLVED : FreshdeskReader.OPEN)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return get(name, path)
                .invoke(ticket -> TicketSink.requireUnchanged(ticket, "updated_at", changedAt))
                .chain(() ->
                        provider.ask(new Provider.Call(to, "PUT", path, authorization(to), "application/json", body)))
                .replaceWithVoid();
    }

    private Uni<JsonNode> get(String name, String path) {
        var to = connections.require(system(), name);
        return provider.ask(Provider.Call.get(to, path, authorization(to)));
    }

    private static String authorization(Connection to) {
        var key = (to.secret().orElse("") + ":X").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(key);
    }
}
