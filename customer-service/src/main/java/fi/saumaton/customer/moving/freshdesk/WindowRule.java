/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.freshdesk;

import java.time.Instant;

import fi.saumaton.customer.moving.source.SourceTrouble;

/**
 * Where in Freshdesk's lists we are: pages are numbered, and there are no more than 300 of them. Before that the window
 * begins anew at the last change that was seen; records of that very moment come twice, which changes nothing.
 *
 * @param since nothing that changed before is in the list; null for the first window
 * @param page from 1
 */
record WindowRule(Instant since, int page) {
    static final int LAST_PAGE = 300;
    private static final Instant ALL = Instant.parse("1970-01-02T00:00:00Z");

    /** @param since only what has changed since then; null for all */
    static WindowRule of(String cursor, Instant since) {
        if (cursor == null) {
            return new WindowRule(since == null ? ALL : since, 1);
        }
        int between = cursor.indexOf('|');
        return new WindowRule(
                Instant.parse(cursor.substring(0, between)), Integer.parseInt(cursor.substring(between + 1)));
    }

    String cursor() {
        return since + "|" + page;
    }

    /** @param last the last change on this page, in a list that is sorted by it */
    String next(Instant last) {
        if (page < LAST_PAGE) {
            return new WindowRule(since, page + 1).cursor();
        }
        if (last == null || !last.isAfter(since)) {
            throw SourceTrouble.refused("More than 30,000 records of one moment can't be told apart.");
        }
        return new WindowRule(last, 1).cursor();
    }
}
