/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** An export as a page that a person can read: one table for each of ours, the columns that say nothing left out. */
final class ExportPage {
    /** Numbers of ours that mean nothing to anybody else. */
    private static final Set<String> SILENT =
            Set.of("version", "content_hash", "proof", "organisation", "thread_key", "domain_version");

    private static final String STYLE = "body{font-family:sans-serif;margin:2rem;max-width:70rem}"
            + "table{border-collapse:collapse;margin-bottom:2rem}"
            + "td,th{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}";

    private final String language;
    private final StringBuilder page = new StringBuilder();

    private ExportPage(String language) {
        this.language = language;
    }

    static String of(Export export, String language) {
        return new ExportPage(language).write(export);
    }

    private String write(Export export) {
        var title = label("title");
        page.append("<!doctype html>\n<html lang=\"")
                .append(language)
                .append("\"><head><meta charset=\"utf-8\"><title>");
        page.append(title).append("</title><style>").append(STYLE).append("</style></head><body>\n<h1>");
        page.append(title).append("</h1>\n<p>").append(label("made")).append(": ");
        page.append(export.exportedAt()).append("</p>\n");
        export.services().values().forEach(tables -> tables.forEach(this::table));
        return page.append("</body></html>\n").toString();
    }

    private void table(String name, List<JsonNode> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = columns(rows);
        page.append("<h2>").append(escaped(label(name))).append("</h2>\n<table><tr>");
        columns.forEach(
                column -> page.append("<th>").append(escaped(label(column))).append("</th>"));
        page.append("</tr>\n");
        for (var row : rows) {
            page.append("<tr>");
            columns.forEach(column ->
                    page.append("<td>").append(escaped(text(row.path(column)))).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    /** Those in which any row has something to say. */
    private static Set<String> columns(List<JsonNode> rows) {
        Set<String> columns = new LinkedHashSet<>();
        for (var row : rows) {
            row.properties().forEach(property -> {
                var name = property.getKey();
                boolean says = !property.getValue().isNull()
                        && !SILENT.contains(name)
                        && !name.equals("id")
                        && !name.endsWith("_id")
                        && !name.endsWith("Id");
                if (says) {
                    columns.add(name);
                }
            });
        }
        return columns;
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private String label(String key) {
        return ExportLabels.of(key, language);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
