/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.sql;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

class SqlTextTest {

    @Test
    void parametersBecomePostgresOwn() {
        assertEquals(
                "select a from t where b = $1 and c = any($2) and d = $1",
                Sql.translate("select a from t where b = ?1 and c = any(?2) and d = ?1"));
    }

    @Test
    void jsonParametersAreDeclaredAsText() {
        assertEquals(
                "select * from jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as r(id uuid)",
                Sql.translate("select * from jsonb_to_recordset(cast(?1 as jsonb)) as r(id uuid)"));
        assertEquals("select cast(cast($12 as text) as JSON)", Sql.translate("select CAST( ?12  AS JSON )"));
    }

    @Test
    void nulIsTakenOutOfJsonText() {
        assertEquals("{\"a\":\"xy\"}", JsonText.withoutNul("{\"a\":\"x\\u0000y\"}"));
        assertEquals("\"\"", JsonText.withoutNul("\"\\u0000\\u0000\""));
    }

    @Test
    void escapedBackslashBeforeU0000Stays() {
        assertEquals("\"\\\\u0000\"", JsonText.withoutNul("\"\\\\u0000\""));
        assertEquals("\"\\\\\"", JsonText.withoutNul("\"\\\\\\u0000\""));
        String plain = "{\"a\":\"\\u0001 \\\"\"}";
        assertSame(plain, JsonText.withoutNul(plain));
    }
}
