/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** One container of a service, with the settings that it gets. */
record Container(Overlay overlay, Manifest deployment, JsonNode json) {
    static java.util.stream.Stream<Container> of(Overlay overlay) {
        return overlay.of("Deployment")
                .flatMap(it -> it.containers().stream().map(container -> new Container(overlay, it, container)));
    }

    boolean serves() {
        return json.path("name").asText().equals("service");
    }

    /** Variables with their values, as far as these are no secret. */
    Map<String, String> variables() {
        var variables = new TreeMap<String, String>();
        json.path("env")
                .forEach(it ->
                        variables.put(it.path("name").asText(), it.path("value").asText()));
        return variables;
    }

    boolean takesAllOf(String secret) {
        return Manifest.each(json.path("envFrom"))
                .anyMatch(it -> it.at("/secretRef/name").asText().startsWith(secret));
    }

    /** What stands in the files of properties that are mounted. */
    Map<String, String> properties() {
        var properties = new TreeMap<String, String>();
        var mounted = Manifest.each(json.path("volumeMounts"))
                .map(it -> it.path("name").asText())
                .collect(Collectors.toSet());
        for (var volume : deployment.podTemplate().orElseThrow().at("/spec/volumes")) {
            if (mounted.contains(volume.path("name").asText()) && volume.has("configMap")) {
                var file = overlay.one("ConfigMap", volume.at("/configMap/name").asText());
                file.at("data").properties().stream()
                        .filter(it -> it.getKey().endsWith(".properties"))
                        .forEach(it -> properties.putAll(
                                Services.read(new StringReader(it.getValue().asText()))));
            }
        }
        return properties;
    }

    /** Whether a setting is given, in a file or in the environment. */
    boolean gives(String property) {
        return properties().containsKey(property) || variables().containsKey(KnownSettings.variable(property));
    }

    /** The names that the installation has chosen where a setting's name has a star. */
    Set<String> chosen(String starred) {
        var parts = java.util.regex.Pattern.compile(
                java.util.regex.Pattern.quote(starred.substring(0, starred.indexOf('*'))) + "([^.]+)\\..*");
        return properties().keySet().stream()
                .map(parts::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return deployment.name() + "/" + json.path("name").asText();
    }
}
