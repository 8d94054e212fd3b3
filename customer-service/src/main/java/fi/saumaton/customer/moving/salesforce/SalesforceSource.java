/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.salesforce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import fi.saumaton.customer.moving.source.ConnectionConfig.Connection;
import fi.saumaton.customer.moving.source.Connections;
import fi.saumaton.customer.moving.source.Fields;
import fi.saumaton.customer.moving.source.Provider;
import fi.saumaton.customer.moving.source.Reading;
import fi.saumaton.customer.moving.source.Source;
import fi.saumaton.customer.moving.source.SourcePage;
import fi.saumaton.customer.moving.source.SourcePage.Unreadable;
import fi.saumaton.customer.moving.source.SourceTrouble;
import fi.saumaton.customer.moving.source.TicketSink;
import fi.saumaton.customer.moving.source.What;

/** Asks Salesforce by SOQL, with a token for its client credentials. */
@ApplicationScoped
class SalesforceSource implements Source, TicketSink {
    private static final int CONTACTS = 200;
    private static final int CASES = 50;

    private final Connections connections;
    private final Provider provider;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    SalesforceSource(Connections connections, Provider provider) {
        this.connections = connections;
        this.provider = provider;
    }

    @Override
    public String system() {
        return "salesforce";
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
        var table = reading.what() == What.CONTACTS ? "Contact" : "Case";
        return query(reading.name(), "SELECT COUNT() FROM " + table)
                .map(answer -> answer.path("totalSize").isNumber()
                        ? answer.path("totalSize").asLong()
                        : null);
    }

    @Override
    public Uni<SourcePage> page(Reading reading) {
        boolean contacts = reading.what() == What.CONTACTS;
        int size = contacts ? CONTACTS : CASES;
        var soql = contacts
                ? SalesforceReader.contacts(reading.cursor(), reading.since(), size)
                : SalesforceReader.cases(reading.cursor(), reading.since(), size);
        return query(reading.name(), soql).chain(page -> {
            List<Unreadable> unreadable = new ArrayList<>();
            List<JsonNode> rows = new ArrayList<>();
            page.path("records").forEach(row -> {
                if (SalesforceReader.isId(Fields.text(row, "Id"))) {
                    rows.add(row);
                } else {
                    unreadable.add(new Unreadable("?", "no-id"));
                }
            });
            // an answer may be cut short before the limit: the next query goes on after whatever came
            boolean last =
                    page.path("done").asBoolean(true) && page.path("records").size() < size || rows.isEmpty();
            var next = last ? null : Fields.text(rows.getLast(), "Id");
            return contacts
                    ? Uni.createFrom()
                            .item(SourcePage.contacts(
                                    rows.stream().map(SalesforceReader::contact).toList(), unreadable, next))
                    : cases(reading.name(), rows, unreadable, next);
        });
    }

    private Uni<SourcePage> cases(String name, List<JsonNode> rows, List<Unreadable> unreadable, String next) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(SourcePage.tickets(List.of(), unreadable, next));
        }
        var ids = rows.stream().map(row -> Fields.text(row, "Id")).toList();
        return all(name, SalesforceReader.mails(ids))
                .chain(mails -> all(name, SalesforceReader.comments(ids))
                        .map(comments -> SourcePage.tickets(
                                rows.stream()
                                        .map(row -> SalesforceReader.ticket(row, mails, comments))
                                        .toList(),
                                unreadable,
                                next)));
    }

    private Uni<List<JsonNode>> all(String name, String soql) {
        List<JsonNode> rows = new ArrayList<>();
        return query(name, soql).chain(page -> rest(name, page, rows)).replaceWith(rows);
    }

    private Uni<Void> rest(String name, JsonNode page, List<JsonNode> rows) {
        page.path("records").forEach(rows::add);
        var next = Fields.text(page, "nextRecordsUrl");
        return next == null ? Uni.createFrom().voidItem() : ask(name, next).chain(more -> rest(name, more, rows));
    }

    private Uni<JsonNode> query(String name, String soql) {
        var version = connections.require(system(), name).apiVersion();
        return ask(name, "/services/data/v" + version + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
    }

    /** What closed and open cases are called is up to the company; its own list says. */
    @Override
    public Uni<Void> end(String name, String ticketId, boolean ended, Instant changedAt) {
        var path = "/services/data/v" + connections.require(system(), name).apiVersion() + "/sobjects/Case/"
                + encoded(ticketId);
        return query(name, SalesforceReader.changed(ticketId))
                .invoke(page -> TicketSink.requireUnchanged(page.path("records").path(0), "SystemModstamp", changedAt))
                .chain(() -> query(name, SalesforceReader.status(ended)))
                .map(page -> Fields.text(page.path("records").path(0), "ApiName"))
                .onItem()
                .ifNull()
                .failWith(() -> SourceTrouble.refused("Salesforce knows no such status of cases."))
                .chain(status -> {
                    var body = JsonNodeFactory.instance
                            .objectNode()
                            .put("Status", status)
                            .toString();
                    return ask(
                            name,
                            (to, token) -> new Provider.Call(
                                    to,
                                    "PATCH",
                                    path,
                                    token,
                                    "application/json",
                                    body.getBytes(StandardCharsets.UTF_8)));
                })
                .replaceWithVoid();
    }

    private Uni<JsonNode> ask(String name, String path) {
        return ask(name, (to, token) -> Provider.Call.get(to, path, token));
    }

    /** A token that has run out is got anew, once. */
    private Uni<JsonNode> ask(String name, BiFunction<Connection, String, Provider.Call> call) {
        var to = connections.require(system(), name);
        var known = tokens.get(name);
        return token(to, name)
                .chain(token -> provider.ask(call.apply(to, "Bearer " + token)))
                .onFailure(failure -> known != null
                        && failure instanceof SourceTrouble trouble
                        && !trouble.passes()
                        && tokens.remove(name, known))
                .recoverWithUni(() -> token(to, name).chain(token -> provider.ask(call.apply(to, "Bearer " + token))));
    }

    private Uni<String> token(Connection to, String name) {
        var known = tokens.get(name);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        var form =
                "grant_type=client_credentials&client_id=" + encoded(to.user().orElse("")) + "&client_secret="
                        + encoded(to.secret().orElse(""));
        return provider.ask(new Provider.Call(
                        to,
                        "POST",
                        "/services/oauth2/token",
                        null,
                        "application/x-www-form-urlencoded",
                        form.getBytes(StandardCharsets.UTF_8)))
                .map(answer -> Fields.text(answer, "access_token"))
                .onItem()
                .ifNull()
                .failWith(() -> SourceTrouble.refused("Salesforce gave no token."))
                .invoke(token -> tokens.put(name, token));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
