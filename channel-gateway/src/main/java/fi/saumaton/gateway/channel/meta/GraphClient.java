/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.OutboundFile;
import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.ProviderException;
import fi.saumaton.gateway.channel.ProviderRequest;

/** Calls of the Graph API with one channel's token. */
public final class GraphClient {
    private static final Duration FOR_FILES = Duration.ofSeconds(60);

    private static final String AUTHORIZATION = "Authorization";

    private final ProviderClient client;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final String root;
    private final Map<String, String> authorised;

    public GraphClient(ProviderClient client, ObjectMapper mapper, Clock clock, MetaApp app) {
        this.client = client;
        this.mapper = mapper;
        this.clock = clock;
        this.root = app.baseUrl().toString().replaceAll("/+$", "") + "/" + app.version() + "/";
        this.authorised = Map.of(AUTHORIZATION, "Bearer " + app.accessToken());
    }

    /**
     * Sends a message, and says what became of it, whether or not there was an answer.
     *
     * @param id where the answer names the message
     */
    public Uni<DeliveryOutcome> send(String path, JsonNode body, String id, Function<GraphError, ErrorRule> rules) {
        return post(path, body)
                .map(answer -> answer.outcome(id, rules))
                .onFailure(ProviderException.class)
                .recoverWithItem(GraphClient::silence);
    }

    private static DeliveryOutcome silence(Throwable failure) {
        return failure instanceof ProviderException.InDoubt
                ? new DeliveryOutcome.Uncertain("Meta did not answer")
                : unreachable();
    }

    private static DeliveryOutcome unreachable() {
        return new DeliveryOutcome.TemporaryFailure("Meta cannot be reached", null, DeliveryOutcome.Scope.ACCOUNT);
    }

    /** {@code path} without the version: {@code 106540352242922/messages}. */
    public Uni<GraphAnswer> post(String path, JsonNode body) {
        return client.send(ProviderRequest.postJson(url(path), authorised, body.toString()))
                .map(this::read);
    }

    public Uni<GraphAnswer> get(String path) {
        return client.send(ProviderRequest.get(url(path), authorised)).map(this::read);
    }

    /**
     * Uploads a file in a form. Nobody sees it before it is sent, so one that may or may not have arrived is just uploaded again.
     *
     * @param id where the answer names the file
     */
    public Uni<Uploads.Upload> upload(Form form, OutboundFile file, String id, Function<GraphError, ErrorRule> rules) {
        var multipart = Multipart.of(form.fields(), form.fileField(), file);
        var headers = Map.of(AUTHORIZATION, authorised.get(AUTHORIZATION), "Content-Type", multipart.contentType());
        var request = ProviderRequest.post(url(form.path()), headers, multipart.body())
                .within(FOR_FILES);
        return client.send(request)
                .map(answer -> uploaded(read(answer).outcome(id, rules)))
                .onFailure(ProviderException.class)
                .recoverWithItem(new Uploads.Upload(null, unreachable()));
    }

    /** Where a file is uploaded to, with what besides it. */
    public record Form(String path, Map<String, String> fields, String fileField) {}

    private static Uploads.Upload uploaded(DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.Sent sent -> new Uploads.Upload(sent.providerMessageId(), null);
            case DeliveryOutcome.Uncertain doubt ->
                new Uploads.Upload(null, new DeliveryOutcome.TemporaryFailure(doubt.reason()));
            default -> new Uploads.Upload(null, outcome);
        };
    }

    /** A file from where the Graph API said it is, which wants our token, too. */
    public Uni<ProviderAnswer> download(URI url, int largest) {
        return client.send(
                ProviderRequest.get(url, authorised).within(FOR_FILES).upTo(largest));
    }

    /** A file whose address itself is signed; our token is nobody's business there. */
    Uni<ProviderAnswer> downloadOpenly(URI url, int largest) {
        return client.send(ProviderRequest.get(url, Map.of()).within(FOR_FILES).upTo(largest));
    }

    private URI url(String path) {
        return URI.create(root + path);
    }

    private GraphAnswer read(ProviderAnswer answer) {
        var later = answer.retryAfter(clock.instant());
        try {
            var body = mapper.readTree(answer.body());
            return new GraphAnswer(answer.status(), body == null ? mapper.missingNode() : body, later);
        } catch (IOException e) {
            return new GraphAnswer(answer.status(), mapper.missingNode(), later);
        }
    }
}
