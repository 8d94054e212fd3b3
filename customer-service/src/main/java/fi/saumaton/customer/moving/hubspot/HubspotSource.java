/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.hubspot;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fi.saumaton.customer.moving.source.Connections;
import fi.saumaton.customer.moving.source.Fields;
import fi.saumaton.customer.moving.source.Provider;
import fi.saumaton.customer.moving.source.Reading;
import fi.saumaton.customer.moving.source.Source;
import fi.saumaton.customer.moving.source.SourcePage;
import fi.saumaton.customer.moving.source.SourcePage.Unreadable;
import fi.saumaton.customer.moving.source.What;

/** Reads HubSpot's object lists, and the mails and notes of a page of tickets in batches. */
@ApplicationScoped
class HubspotSource implements Source {
    private static final String OBJECTS = "/crm/v3/objects/";
    private static final int PAGE = 50;

    private final Connections connections;
    private final Provider provider;

    HubspotSource(Connections connections, Provider provider) {
        this.connections = connections;
        this.provider = provider;
    }

    @Override
    public String system() {
        return "hubspot";
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
        var query = JsonNodeFactory.instance.objectNode().put("limit", 1);
        return post(reading.name(), OBJECTS + reading.what().code() + "/search", query)
                .map(answer ->
                        answer.path("total").isNumber() ? answer.path("total").asLong() : null);
    }

    @Override
    public Uni<SourcePage> page(Reading reading) {
        return reading.since() == null ? listed(reading) : changed(reading);
    }

    /** Searches find what has changed, but no associations: those are asked for by themselves. */
    private Uni<SourcePage> changed(Reading reading) {
        var search = HubspotChanges.of(reading);
        boolean contacts = reading.what() == What.CONTACTS;
        return post(reading.name(), OBJECTS + reading.what().code() + "/search", search.query(PAGE))
                .chain(page -> {
                    List<JsonNode> found = new ArrayList<>();
                    page.path("results").forEach(found::add);
                    var next = search.next(HubspotReader.next(page), found);
                    if (contacts) {
                        var read = found.stream().map(HubspotReader::contact).toList();
                        return Uni.createFrom().item(SourcePage.contacts(read, List.of(), next));
                    }
                    var all = Uni.createFrom().voidItem();
                    for (var kind : List.of("contacts", "emails", "notes")) {
                        all = all.chain(() -> associate(reading.name(), kind, found));
                    }
                    return all.chain(() -> tickets(reading, next, found, List.of()));
                });
    }

    private Uni<Void> associate(String name, String kind, List<JsonNode> tickets) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : post(name, "/crm/v4/associations/tickets/" + kind + "/batch/read", HubspotChanges.inputs(tickets))
                        .invoke(answer -> HubspotChanges.associate(kind, answer, tickets))
                        .replaceWithVoid();
    }

    private Uni<SourcePage> listed(Reading reading) {
        var path = OBJECTS + reading.what().code() + "?limit=" + PAGE + "&archived=false"
                + (reading.cursor() == null
                        ? ""
                        : "&after=" + URLEncoder.encode(reading.cursor(), StandardCharsets.UTF_8))
                + "&properties="
                + (reading.what() == What.CONTACTS
                        ? HubspotReader.CONTACT_PROPERTIES
                        : HubspotReader.TICKET_PROPERTIES + "&associations=contacts,emails,notes");
        return get(reading.name(), path).chain(page -> {
            List<Unreadable> unreadable = new ArrayList<>();
            List<JsonNode> found = new ArrayList<>();
            page.path("results").forEach(one -> {
                if (Fields.text(one, "id") == null) {
                    unreadable.add(new Unreadable("?", "no-id"));
                } else {
                    found.add(one);
                }
            });
            return reading.what() == What.CONTACTS
                    ? Uni.createFrom()
                            .item(SourcePage.contacts(
                                    found.stream().map(HubspotReader::contact).toList(),
                                    unreadable,
                                    HubspotReader.next(page)))
                    : tickets(reading, HubspotReader.next(page), found, unreadable);
        });
    }

    private Uni<SourcePage> tickets(Reading reading, String next, List<JsonNode> found, List<Unreadable> unreadable) {
        Map<String, JsonNode> engagements = new HashMap<>();
        return batches(reading.name(), "emails", HubspotReader.MAIL_PROPERTIES, found, engagements)
                .chain(() -> batches(reading.name(), "notes", HubspotReader.NOTE_PROPERTIES, found, engagements))
                .map(nothing -> SourcePage.tickets(
                        found.stream()
                                .map(ticket -> HubspotReader.ticket(ticket, engagements))
                                .toList(),
                        unreadable,
                        next));
    }

    private Uni<Void> batches(
            String name, String kind, List<String> properties, List<JsonNode> tickets, Map<String, JsonNode> found) {
        var ids = tickets.stream()
                .flatMap(ticket -> HubspotReader.associated(ticket, kind))
                .distinct()
                .toList();
        var all = Uni.createFrom().voidItem();
        for (int from = 0; from < ids.size(); from += 100) {
            var query = batch(properties, ids.subList(from, Math.min(ids.size(), from + 100)));
            all = all.chain(() -> post(name, OBJECTS + kind + "/batch/read", query))
                    .invoke(answer ->
                            answer.path("results").forEach(one -> found.put(kind + "-" + Fields.text(one, "id"), one)))
                    .replaceWithVoid();
        }
        return all;
    }

    private static ObjectNode batch(List<String> properties, List<String> ids) {
        var query = JsonNodeFactory.instance.objectNode();
        var names = query.putArray("properties");
        properties.forEach(names::add);
        var inputs = query.putArray("inputs");
        ids.forEach(id -> inputs.addObject().put("id", id));
        return query;
    }

    private Uni<JsonNode> get(String name, String path) {
        var to = connections.require(system(), name);
        return provider.ask(Provider.Call.get(to, path, "Bearer " + to.secret().orElse("")));
    }

    private Uni<JsonNode> post(String name, String path, JsonNode body) {
        var to = connections.require(system(), name);
        return provider.ask(new Provider.Call(
                to,
                "POST",
                path,
                "Bearer " + to.secret().orElse(""),
                "application/json",
                body.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
