/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The titles of {@code contracts/problems.yaml}, which the build packs into the kit; read once. */
@Singleton
class ProblemTitles {

    static final String PREFIX = "urn:saumaton:problem:";

    private static final String FILE = "/META-INF/saumaton/problems.yaml";
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("fi"), Locale.forLanguageTag("sv"));

    private final Map<String, Map<String, String>> titles = read();

    /** The title in the language that the request prefers, else in English; the slug when there is no title. */
    String title(ProblemType type, RoutingContext request) {
        String language = language(request == null ? null : request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return titles.getOrDefault(type.slug(), Map.of()).getOrDefault(language, type.slug());
    }

    /** The titles of a slug by language; empty for an unknown one. */
    Map<String, String> of(String slug) {
        return titles.getOrDefault(slug, Map.of());
    }

    static String language(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return "en";
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return best == null ? "en" : best.getLanguage();
        } catch (IllegalArgumentException e) {
            return "en";
        }
    }

    private static Map<String, Map<String, String>> read() {
        try (InputStream file = ProblemTitles.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("No " + FILE);
            }
            Map<String, Map<String, Object>> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            Map<String, Map<String, String>> titles = new HashMap<>();
            document.get("problems").forEach((slug, entry) -> titles.put(slug, titlesOf((Map<?, ?>) entry)));
            return titles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> titlesOf(Map<?, ?> entry) {
        Map<String, String> titles = new HashMap<>();
        ((Map<?, ?>) entry.get("title")).forEach((language, title) -> titles.put((String) language, (String) title));
        return titles;
    }
}
