/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Alerts and dashboards ask for figures that exist, and every alert says what to do. */
class WatchTest {
    /** Figures of others, by how their names begin: Quarkus, the JVM, Kafka's exporter, the operators. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "(http_server_requests_seconds|process_cpu|jvm_memory|kafka_|cnpg_|kube_deployment_|kubelet_volume_|certmanager_).*");

    private static final Pattern NAME =
            Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\\b(?=\\s*[{\\[)><=]|\\s*$|\\s+[-+*/><=]|,)");
    private static final Pattern OWN = Pattern.compile(
            "(counter|gauge|timer|Gauge\\.builder|Counter\\.builder|Timer\\.builder)\\(\\s*\"([a-z.]+)\"");

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void everyAlertHasARunbook(Overlay overlay) throws IOException {
        var runbooks = Files.readAllLines(Overlay.PROJECT.resolve("docs/runbooks.md")).stream()
                .filter(it -> it.startsWith("## "))
                .map(it -> it.substring(3).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        var alerts = new TreeSet<String>();
        rules(overlay).forEach(rule -> {
            var alert = rule.path("alert").asText().toLowerCase(Locale.ROOT);
            alerts.add(alert);
            assertThat(rule.at("/annotations/runbook_url").asText()).endsWith("docs/runbooks.md#" + alert);
            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning", "info");
        });
        assertThat(alerts).isEqualTo(runbooks);
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void alertsAskForFiguresThatExist(Overlay overlay) throws IOException {
        var own = own();
        assertThat(rules(overlay))
                .hasSizeGreaterThan(15)
                .allSatisfy(rule -> assertThat(figures(rule.path("expr").asText()))
                        .isNotEmpty()
                        .allMatch(
                                it -> own.contains(it) || OF_OTHERS.matcher(it).matches()));
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void everyServiceAndThePlatformHaveADashboard(Overlay overlay) throws IOException {
        var boards = overlay.one("ConfigMap", "dashboards");
        assertThat(boards.labels()).containsEntry("grafana_dashboard", "1");
        var names =
                boards.at("data").properties().stream().map(it -> it.getKey().replace(".json", ""));
        assertThat(names).containsAll(Services.NAMES).contains("platform");
        var own = own();
        for (var board : boards.at("data")) {
            var json = new ObjectMapper().readTree(board.asText());
            assertThat(json.path("panels"))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(panel -> panel.path("targets")
                            .forEach(target -> assertThat(
                                            figures(target.path("expr").asText()))
                                    .as(panel.path("title").asText())
                                    .isNotEmpty()
                                    .allMatch(it -> own.contains(it)
                                            || OF_OTHERS.matcher(it).matches())));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void everyServiceIsWatched(Overlay overlay) {
        var wanted = Manifest.strings(overlay.one("ServiceMonitor", "services").at("spec.selector.matchLabels"));
        assertThat(overlay.of("Service").filter(it -> it.labels().entrySet().containsAll(wanted.entrySet())))
                .hasSize(4);
    }

    @Test
    void namesOfFiguresAreFoundInExpressions() {
        assertThat(
                        figures(
                                "sum by (consumer_group) (rate(routing_offers_total{outcome=\"a_b\"}[5m])) > max(outbox_pending)"))
                .containsExactlyInAnyOrder("routing_offers_total", "outbox_pending");
    }

    private static Stream<JsonNode> rules(Overlay overlay) {
        return overlay.of("PrometheusRule")
                .flatMap(it -> Manifest.each(it.at("spec.groups")))
                .flatMap(it -> Manifest.each(it.path("rules")));
    }

    /** Labels stand in braces or after "by"; what is left with an underscore is a figure. */
    private static Set<String> figures(String expression) {
        var bare = expression.replaceAll("\\{[^}]*}", "{}").replaceAll("by \\([^)]*\\)", "");
        return NAME.matcher(bare).results().map(it -> it.group()).collect(Collectors.toSet());
    }

    /** The figures of our own, as Prometheus calls them. */
    private static Set<String> own() throws IOException {
        var own = new TreeSet<String>();
        for (var module :
                Stream.concat(Services.NAMES.stream(), Stream.of("service-kit")).toList()) {
            try (var files = Files.walk(Services.sources(module).resolve("java"))) {
                for (var file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    OWN.matcher(Files.readString(file)).results().forEach(it -> {
                        var name = it.group(2).replace('.', '_');
                        boolean counts = it.group(1).toLowerCase(Locale.ROOT).startsWith("counter");
                        own.add(counts ? name + "_total" : name);
                        own.add(name + "_seconds");
                    });
                }
            }
        }
        return own;
    }
}
