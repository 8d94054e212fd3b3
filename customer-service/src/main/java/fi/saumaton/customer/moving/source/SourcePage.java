/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.util.List;

/**
 * Some of what a system has.
 *
 * @param next where to go on; null when this was the last page
 * @param progress from 0 to 1, where the system shows how far it is; null otherwise
 */
public record SourcePage(
        List<ForeignContact> contacts,
        List<ForeignTicket> tickets,
        List<Unreadable> unreadable,
        String next,
        Double progress) {
    /**
     * What can be no record.
     *
     * @param place a line of a file, or the record's id
     */
    public record Unreadable(String place, String reason) {}

    public static SourcePage contacts(List<ForeignContact> contacts, List<Unreadable> unreadable, String next) {
        return new SourcePage(contacts, List.of(), unreadable, next, null);
    }

    public static SourcePage tickets(List<ForeignTicket> tickets, List<Unreadable> unreadable, String next) {
        return new SourcePage(List.of(), tickets, unreadable, next, null);
    }

    public int size() {
        return contacts.size() + tickets.size() + unreadable.size();
    }
}
