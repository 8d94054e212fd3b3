/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.ProviderRequest;

/** LinkedIn's API as one page uses it. */
final class LinkedInApi {
    private final LinkedInConfig.Page page;
    private final ProviderClient client;
    private final Clock clock;

    LinkedInApi(LinkedInConfig.Page page, ProviderClient client, Clock clock) {
        this.page = page;
        this.client = client;
        this.clock = clock;
    }

    /** Answers as the organisation, beneath the comment where there is one. */
    Uni<DeliveryOutcome> comment(CommentUrn target, String text) {
        var path = "/rest/socialActions/" + URLEncoder.encode(target.thread(), StandardCharsets.UTF_8) + "/comments";
        var url = URI.create(page.baseUrl().toString().replaceAll("/+$", "") + path);
        return client.deliver(
                ProviderRequest.postJson(url, headers(), body(target, text).toString()),
                answer -> outcome(answer, target));
    }

    private ObjectNode body(CommentUrn target, String text) {
        var json = JsonNodeFactory.instance;
        var body = json.objectNode().put("actor", page.organization()).put("object", target.thread());
        body.set("message", json.objectNode().put("text", text));
        if (target.comment() != null) {
            body.put("parentComment", target.comment());
        }
        return body;
    }

    private Map<String, String> headers() {
        return Map.of(
                "Authorization",
                "Bearer " + page.accessToken(),
                "LinkedIn-Version",
                page.version(),
                "X-Restli-Protocol-Version",
                "2.0.0");
    }

    private DeliveryOutcome outcome(ProviderAnswer answer, CommentUrn target) {
        if (!answer.isSuccess()) {
            return LinkedInAnswer.refusal(answer.status(), answer.retryAfter(clock.instant()));
        }
        var id = answer.headers().get("x-restli-id");
        return id == null
                ? new DeliveryOutcome.Uncertain("LinkedIn accepted something, and did not say under which id")
                : new DeliveryOutcome.Sent(target.answer(id));
    }
}
