/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import fi.saumaton.devstack.Platform;
import fi.saumaton.devstack.Progress;
import fi.saumaton.system.story.Doors;
import fi.saumaton.system.trace.Collector;

/** The platform of this test run: started by whoever needs it first, stopped with the JVM. */
public final class RunningPlatform {

    /** Secret of the webhook channel {@code bench} in this run, base64. */
    public static final String WEBHOOK_SECRET = "c2F1bWF0b24tc3lzdGVtLXRlc3Qtd2ViaG9vay1zZWNyZXQ=";

    private static final List<String> SERVICES =
            List.of("channel-gateway", "customer-service", "routing-service", "analytics-service");

    private static final Collector COLLECTOR = Collector.start();

    private static Platform platform;

    private RunningPlatform() {}

    public static synchronized Platform get() {
        if (platform == null) {
            var builder = Platform.builder()
                    .base(Path.of("target", "platform").toAbsolutePath())
                    .freePorts()
                    .fsync(true)
                    .setting("channel-gateway", "saumaton.channel.webhook.bench.secret", WEBHOOK_SECRET)
                    .setting("channel-gateway", "saumaton.visitor.rate.burst", "1000")
                    .setting("channel-gateway", "saumaton.visitor.rate.per-second", "100")
                    .setting("channel-gateway", "saumaton.edge.limit.burst", "10000")
                    .setting("channel-gateway", "saumaton.edge.limit.per-second", "2000")
                    .progress(Progress.lines(System.out));
            for (var service : SERVICES) {
                builder.setting(service, "SAUMATON_OTLP_ENDPOINT", COLLECTOR.url())
                        .setting(service, "quarkus.otel.exporter.otlp.traces.protocol", "http/protobuf");
            }
            platform = builder.build().start();
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        }
        return platform;
    }

    /** Where the services tell their spans. None begins a trace, but a gateway that a test has started to do so. */
    public static Collector collector() {
        return COLLECTOR;
    }

    /**
     * The public doors of the platform. With {@code -Dsaumaton.attach=0} those of one that {@code ./dev start} has
     * started (the number is its port offset), which saves a start while a story is written.
     */
    public static Doors doors() {
        var attached = Integer.getInteger("saumaton.attach");
        if (attached != null) {
            return Doors.ofDevelopment(attached);
        }
        var running = get();
        return new Doors(
                URI.create(running.url("channel-gateway")),
                URI.create(running.issuer()),
                URI.create(running.url("shop")),
                "127.0.0.1",
                running.port("smtp"),
                running.port("imap"));
    }
}
