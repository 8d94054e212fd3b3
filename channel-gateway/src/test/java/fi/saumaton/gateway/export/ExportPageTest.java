/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExportPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String page(String language, String... messages) throws JsonProcessingException {
        var rows = new JsonNode[messages.length];
        for (int i = 0; i < messages.length; i++) {
            rows[i] = JSON.readTree(messages[i]);
        }
        return ExportPage.of(
                new Export(
                        UUID.randomUUID(),
                        Instant.parse("2026-11-20T08:00:00Z"),
                        Map.of("channel-gateway", Map.of("message", List.of(rows), "claim", List.of()))),
                language);
    }

    @Test
    void itIsReadInThreeLanguages() throws JsonProcessingException {
        var message = "{\"text\": \"Moi\", \"author_name\": \"Mikko\"}";

        assertTrue(page("fi", message).contains("<h2>Viestit</h2>"));
        assertTrue(page("sv", message).contains("<h2>Meddelanden</h2>"));
        assertTrue(page("en", message).contains("<h2>Messages</h2>"));
        assertTrue(page("fi", message).contains("<html lang=\"fi\">"));
        assertTrue(page("en", message).contains("<td>Mikko</td>"));
    }

    @Test
    void whatPeopleWroteIsTextAndNothingElse() throws JsonProcessingException {
        var page = page("en", "{\"text\": \"<script>alert(1)</script> & 'more'\"}");

        assertFalse(page.contains("<script>"));
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;more&#39;"));
    }

    @Test
    void columnsThatSayNothingAreLeftOut() throws JsonProcessingException {
        var page = page(
                "en",
                "{\"id\": 1, \"conversation_id\": 2, \"text\": \"Hi\", \"html\": null}",
                "{\"subject\": \"Oil\"}");

        assertTrue(page.contains("<tr><th>Text</th><th>Subject</th></tr>"), page);
        assertFalse(page.contains("Addresses that were given"), "an empty table");
    }

    @Test
    void theFirstLanguageThereIsIsTaken() {
        assertEquals("sv", ExportLabels.language(List.of("de-DE", "sv-FI", "en")));
        assertEquals("fi", ExportLabels.language(List.of("FI")));
        assertEquals("en", ExportLabels.language(List.of("de")));
        assertEquals("en", ExportLabels.language(List.of()));
    }
}
