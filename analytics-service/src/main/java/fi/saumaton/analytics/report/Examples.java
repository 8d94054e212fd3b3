/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

/** Examples in the OpenAPI document. */
final class Examples {

    static final String SUMMARY = """
            {
              "from": "2026-11-20T22:00:00Z",
              "to": "2026-11-21T22:00:00Z",
              "asOf": "2026-11-22T08:00:00Z",
              "timeZone": "Europe/Helsinki",
              "contacts": {"total": 3, "byChannel": {"email": 1, "webchat": 2}, "answered": 2, "waiting": 1, "settledWithoutReply": 0},
              "waitingSeconds": {"count": 3, "average": 13241.5, "median": 612.25, "p90": 39102.0, "longest": 39102.0,
                "byChannel": {
                  "email": {"count": 1, "average": 612.25, "median": 612.25, "p90": 612.25, "longest": 612.25},
                  "webchat": {"count": 2, "average": 19556.125, "median": 10.25, "p90": 39102.0, "longest": 39102.0}}},
              "assignmentSeconds": {"count": 3, "average": 13040.167, "median": 15.5, "p90": 39102.0, "longest": 39102.0,
                "byChannel": {
                  "email": {"count": 1, "average": 15.5, "median": 15.5, "p90": 15.5, "longest": 15.5},
                  "webchat": {"count": 2, "average": 19552.5, "median": 3.0, "p90": 39102.0, "longest": 39102.0}}},
              "customers": 2,
              "issues": {"opened": 2, "resolved": 1, "resolvedAtFirstContact": 0},
              "messages": {"received": 5, "automatic": 1, "sent": 4},
              "offers": {"made": 3, "accepted": 2, "declined": 0, "timedOut": 1, "rescinded": 0, "pending": 0},
              "definitionsVersion": 1
            }
            """;

    static final String CONTACTS = """
            {
              "items": [{
                "contactId": "0199c0de-0011-7000-8000-000000000011",
                "conversationId": "0199c0de-0002-7000-8000-000000000002",
                "customerId": "0199c0de-0001-7000-8000-000000000001",
                "kind": "opened",
                "channel": "email:support",
                "channelKind": "email",
                "startedAt": "2026-11-21T08:00:00Z",
                "assignedAt": "2026-11-21T08:00:15.5Z",
                "answeredAt": "2026-11-21T08:10:12.25Z",
                "state": "answered",
                "waitedSeconds": 612.25,
                "assignedAfterSeconds": 15.5
              }],
              "next": null
            }
            """;

    static final String DEFINITIONS = """
            {
              "version": 1,
              "items": [{
                "id": "issues.opened",
                "name": {"fi": "Avatut asiat", "sv": "Öppnade ärenden", "en": "Opened issues"},
                "formula": "Issues opened at an instant in [from, to).",
                "version": 1,
                "unit": "issues"
              }]
            }
            """;

    private Examples() {}
}
