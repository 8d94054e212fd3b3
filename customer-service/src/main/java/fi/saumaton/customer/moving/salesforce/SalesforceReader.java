/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.salesforce;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.moving.source.Fields;
import fi.saumaton.customer.moving.source.ForeignContact;
import fi.saumaton.customer.moving.source.ForeignContact.Address;
import fi.saumaton.customer.moving.source.ForeignTicket;
import fi.saumaton.customer.moving.source.ForeignTicket.From;
import fi.saumaton.customer.moving.source.ForeignTicket.Message;
import fi.saumaton.customer.moving.source.ForeignTicket.State;
import fi.saumaton.customer.person.PersonDetails;

/** Writes the queries, and reads Salesforce's JSON. */
final class SalesforceReader {
    private static final Map<String, String> CHANNELS = Map.of("Email", "email", "Phone", "voice", "Chat", "webchat");

    private SalesforceReader() {}

    /** By id, which never changes: a query can be gone on with for ever, other than Salesforce's own cursor of two days. */
    static String contacts(String after, Instant since, int limit) {
        return "SELECT Id, FirstName, LastName, Name, Email, Phone, MobilePhone, Birthdate, MailingStreet, "
                + "MailingPostalCode, MailingCity, MailingState, CreatedDate, SystemModstamp FROM Contact"
                + where(after, since) + " ORDER BY Id LIMIT " + limit;
    }

    static String cases(String after, Instant since, int limit) {
        return "SELECT Id, CaseNumber, Subject, Description, Status, IsClosed, ClosedDate, Origin, ContactId, "
                + "CreatedDate, SystemModstamp FROM Case" + where(after, since) + " ORDER BY Id LIMIT " + limit;
    }

    static String changed(String id) {
        return "SELECT SystemModstamp FROM Case WHERE Id = " + quoted(List.of(id));
    }

    /** The first one of the company's own list. */
    static String status(boolean ended) {
        return "SELECT ApiName FROM CaseStatus WHERE IsClosed = " + ended + " ORDER BY SortOrder LIMIT 1";
    }

    static String mails(List<String> cases) {
        return "SELECT Id, ParentId, Incoming, TextBody, FromName, MessageDate FROM EmailMessage WHERE ParentId IN ("
                + quoted(cases) + ") ORDER BY MessageDate";
    }

    static String comments(List<String> cases) {
        return "SELECT Id, ParentId, CommentBody, IsPublished, CreatedDate, CreatedBy.Name FROM CaseComment "
                + "WHERE ParentId IN (" + quoted(cases) + ") ORDER BY CreatedDate";
    }

    private static String where(String id, Instant since) {
        var conditions = new ArrayList<String>();
        if (id != null) {
            conditions.add("Id > " + quoted(List.of(id)));
        }
        if (since != null) {
            conditions.add("SystemModstamp >= " + since.truncatedTo(ChronoUnit.SECONDS));
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** Ids have letters and digits alone; whatever else there is can be no id. */
    private static String quoted(List<String> ids) {
        return ids.stream()
                .filter(SalesforceReader::isId)
                .map(id -> "'" + id + "'")
                .collect(Collectors.joining(","));
    }

    static boolean isId(String id) {
        return id != null && id.matches("[A-Za-z0-9]{15,18}");
    }

    /** The mobile number is the person's own; the other one may be a switchboard's, and is a detail. */
    static ForeignContact contact(JsonNode row) {
        return new ForeignContact(
                Fields.text(row, "Id"),
                Fields.filled(
                        Fields.text(row, "Name") == null ? Fields.text(row, "LastName") : Fields.text(row, "Name"),
                        200),
                Fields.addresses(
                        new Address(Handle.EMAIL, Fields.text(row, "Email")),
                        new Address(Handle.PHONE, Fields.text(row, "MobilePhone"))),
                new PersonDetails(
                        Fields.filled(Fields.text(row, "FirstName"), 100),
                        Fields.filled(Fields.text(row, "LastName"), 100),
                        Fields.filled(Fields.text(row, "Birthdate"), 20),
                        Fields.filled(Fields.text(row, "MailingStreet"), 100),
                        null,
                        null,
                        Fields.filled(Fields.text(row, "MailingPostalCode"), 20),
                        Fields.filled(Fields.text(row, "MailingCity"), 100),
                        Fields.filled(Fields.text(row, "MailingState"), 100),
                        Fields.filled(Fields.text(row, "Phone"), 40),
                        null,
                        null),
                null,
                Fields.time(row, "CreatedDate"),
                Fields.time(row, "SystemModstamp"));
    }

    /** @param mails and comments of all cases of the page */
    static ForeignTicket ticket(JsonNode row, List<JsonNode> mails, List<JsonNode> comments) {
        var id = Fields.text(row, "Id");
        var createdAt = Fields.time(row, "CreatedDate");
        boolean ended = row.path("IsClosed").asBoolean(false);
        List<Message> messages = new ArrayList<>();
        mails.stream()
                .filter(mail -> id.equals(Fields.text(mail, "ParentId")) && Fields.time(mail, "MessageDate") != null)
                .map(SalesforceReader::mail)
                .forEach(messages::add);
        var description = Fields.text(row, "Description");
        if (messages.isEmpty() && description != null && createdAt != null) {
            messages.add(new Message("description-" + id, createdAt, From.CUSTOMER, null, description));
        }
        comments.stream()
                .filter(one -> id.equals(Fields.text(one, "ParentId")) && Fields.time(one, "CreatedDate") != null)
                .map(SalesforceReader::comment)
                .forEach(messages::add);
        messages.sort(Comparator.comparing(Message::at));
        var changedAt = Fields.time(row, "SystemModstamp");
        var endedAt = Fields.time(row, "ClosedDate");
        return new ForeignTicket(
                id,
                Fields.text(row, "CaseNumber"),
                Fields.filled(Fields.text(row, "Subject"), 200),
                CHANNELS.get(Objects.toString(Fields.text(row, "Origin"), "")),
                ended ? State.ENDED : State.OPEN,
                Fields.text(row, "ContactId"),
                null,
                createdAt,
                changedAt,
                ended && endedAt == null ? changedAt : endedAt,
                messages.stream().limit(ForeignTicket.MOST_MESSAGES).toList(),
                Math.max(0, messages.size() - ForeignTicket.MOST_MESSAGES));
    }

    private static Message mail(JsonNode mail) {
        return new Message(
                Fields.text(mail, "Id"),
                Fields.time(mail, "MessageDate"),
                mail.path("Incoming").asBoolean(false) ? From.CUSTOMER : From.COMPANY,
                Fields.filled(Fields.text(mail, "FromName"), 200),
                Fields.text(mail, "TextBody"));
    }

    private static Message comment(JsonNode one) {
        return new Message(
                Fields.text(one, "Id"),
                Fields.time(one, "CreatedDate"),
                one.path("IsPublished").asBoolean(false) ? From.COMPANY : From.NOTE,
                Fields.filled(Fields.text(one, "CreatedBy", "Name"), 200),
                Fields.text(one, "CommentBody"));
    }
}
