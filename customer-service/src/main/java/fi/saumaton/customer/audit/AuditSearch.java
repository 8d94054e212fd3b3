/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fi.saumaton.kit.web.Cursor;

/** A search of the audit log as a statement that has only the conditions asked for, so that its indexes serve. */
final class AuditSearch {
    private static final String NEWEST_FIRST = " order by at desc, id desc limit ";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();
    private final String statement;

    private AuditSearch(AuditService.Query query, List<UUID> members, Cursor cursor, int limit) {
        var customers = members == null ? null : parameter(members.toArray(UUID[]::new));
        if (members != null) {
            conditions.add("customer_id = member.id");
        }
        when("actor_id = ", query.actorId());
        when("action = ", query.action());
        when("purpose = ", query.purpose());
        when("(conversation_id is null) = ", query.withoutContact());
        when("at >= ", query.from());
        when("at < ", query.to());
        if (cursor != null) {
            conditions.add("(at, id) < (" + parameter(cursor.instant(0)) + ", " + parameter(cursor.uuid(1)) + ")");
        }
        var one = "select * from audit_entry" + where() + NEWEST_FIRST + parameter(limit);
        statement =
                "select id, at, actor_id, actor_name, actor_role, customer_id, action, purpose, stated, conversation_id"
                        + " from (" + (customers == null ? one : ofEach(customers, one)) + ") found" + NEWEST_FIRST
                        + parameter(limit);
    }

    /** @param members the ids of the customer asked for; null when it is not asked for one */
    static AuditSearch of(AuditService.Query query, List<UUID> members, Cursor cursor, int limit) {
        return new AuditSearch(query, members, cursor, limit);
    }

    String statement() {
        return statement;
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    /** Each id is looked for by itself: its newest entries stand together in the index. */
    private static String ofEach(String customers, String one) {
        return "select entry.* from unnest(" + customers + "::uuid[]) as member(id) cross join lateral (" + one
                + ") entry";
    }

    private void when(String condition, Object value) {
        if (value != null) {
            conditions.add(condition + parameter(value));
        }
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    private String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
