/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.SignIn;

/**
 * {@code ./dev import SYSTEM NAME [FILE] [--dry-run] [--only contacts|tickets] [--follow [--both-ways]]
 * [--column field=header]…}: begins an import
 * and shows how far it is. Interrupting it leaves the import running; the same command with {@code --watch ID} looks on.
 */
public final class Import {
    private static final int PART = 256 * 1024;
    private static final int BAR = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI gateway;
    private final Supplier<String> token;

    private Import(URI gateway, Supplier<String> token) {
        this.gateway = gateway;
        this.token = token;
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        var doors = Doors.ofDevelopment(Integer.parseInt(System.getenv().getOrDefault("SAUMATON_PORT_OFFSET", "0")));
        var url = System.getenv("SAUMATON_URL");
        var token = System.getenv("SAUMATON_TOKEN");
        var command = new Import(
                url == null ? doors.gateway() : URI.create(url),
                token == null ? new SignIn(doors.issuer()).person("admin") : () -> token);
        var plan = Plan.of(List.of(words));
        boolean done = command.watch(plan.watched() == null ? command.begin(plan) : plan.watched());
        System.exit(done ? 0 : 1);
    }

    /** What the words ask for. */
    private record Plan(Map<String, Object> request, Path file, String watched) {
        static Plan of(List<String> words) {
            Map<String, Object> request = new LinkedHashMap<>();
            Map<String, String> columns = new LinkedHashMap<>();
            List<String> plain = new ArrayList<>();
            String watched = null;
            for (int i = 0; i < words.size(); i++) {
                switch (words.get(i)) {
                    case "--dry-run" -> request.put("dryRun", true);
                    case "--follow" -> request.put("follow", true);
                    case "--both-ways" -> request.put("bothWays", true);
                    case "--only" -> request.put("what", List.of(words.get(++i)));
                    case "--watch" -> watched = words.get(++i);
                    case "--column" -> {
                        var pair = words.get(++i).split("=", 2);
                        columns.put(pair[0], pair[1]);
                    }
                    default -> plain.add(words.get(i));
                }
            }
            if (watched == null && plain.size() < 2) {
                throw new IllegalArgumentException("./dev import SYSTEM NAME [FILE]: ./dev help");
            }
            if (watched == null) {
                request.put("system", plain.get(0));
                request.put("source", plain.get(1));
                request.put("columns", columns);
            }
            return new Plan(request, plain.size() > 2 ? Path.of(plain.get(2)) : null, watched);
        }
    }

    private String begin(Plan plan) throws IOException, InterruptedException {
        if (plan.file() != null) {
            plan.request().put("fileId", upload(plan.file()));
        }
        return send("POST", "/api/v1/imports", plan.request(), 202)
                .path("importId")
                .asText();
    }

    private String upload(Path file) throws IOException, InterruptedException {
        var id = send(
                        "POST",
                        "/api/v1/imports/files",
                        Map.of("name", file.getFileName().toString()),
                        201)
                .path("fileId")
                .asText();
        long size = Files.size(file);
        long sent = 0;
        try (InputStream content = Files.newInputStream(file)) {
            for (var part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
                var request = HttpRequest.newBuilder(
                                gateway.resolve("/api/v1/imports/files/" + id + "/content?start=" + sent))
                        .header("Authorization", "Bearer " + token.get())
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(part))
                        .build();
                expect(http.send(request, BodyHandlers.ofString()), 200);
                sent += part.length;
                show("sending", (double) sent / size, "");
            }
        }
        System.out.println();
        return id;
    }

    private boolean watch(String id) throws IOException, InterruptedException {
        while (true) {
            var job = send("GET", "/api/v1/imports/" + id, null, 200);
            var left = job.has("secondsLeft") ? ", " + job.path("secondsLeft").asLong() + " s left" : "";
            var trouble = job.has("trouble") ? " (" + job.path("trouble").asText() + ")" : "";
            show(
                    job.path("state").asText(),
                    job.has("progress") ? job.path("progress").asDouble() : null,
                    job.path("done").asLong() + " records" + left + trouble);
            if (job.has("followedUntil")) {
                System.out.println();
                System.out.println("Goes on with what changes there, until it is cancelled.");
                return true;
            }
            if (job.has("finishedAt")) {
                System.out.println();
                System.out.println(job.path("outcomes").toPrettyString());
                System.out.println("What there is to tell of single records: GET /api/v1/imports/" + id + "/findings");
                return job.path("state").asText().equals("done");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** @param progress null when nobody knows */
    private static void show(String what, Double progress, String more) {
        int filled = progress == null ? 0 : (int) Math.round(progress * BAR);
        var percent = progress == null ? "  ? " : "%3.0f %%".formatted(100 * progress);
        System.out.printf(
                "\r%-9s [%s%s] %s %s\033[K", what, "#".repeat(filled), ".".repeat(BAR - filled), percent, more);
        System.out.flush();
    }

    private JsonNode send(String method, String path, Object body, int expected)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return expect(http.send(request, BodyHandlers.ofString()), expected);
    }

    private static JsonNode expect(HttpResponse<String> answer, int expected) throws IOException {
        if (answer.statusCode() != expected) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
