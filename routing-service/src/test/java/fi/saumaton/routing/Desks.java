/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

import fi.saumaton.devstack.TestTokens;

/** Agents who take everything that they are offered, at whichever instance answers. */
final class Desks implements AutoCloseable {
    private final List<Instance> instances;
    private final Map<String, String> tokens;
    private final ExecutorService hands = Executors.newFixedThreadPool(8);
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Set<String> unexpected = ConcurrentHashMap.newKeySet();

    Desks(List<Instance> instances, List<String> agents) {
        this.instances = instances;
        this.tokens = agents.stream()
                .collect(Collectors.toMap(Scene::id, agent -> TestTokens.person(agent, "agent"), (a, b) -> a));
    }

    void signIn() {
        present();
        String admin = TestTokens.person("admin", "admin");
        tokens.keySet()
                .forEach(agent -> anywhere(instance ->
                        instance.call("PUT", "/api/v1/agents/" + agent, admin, "{\"capacity\":{\"total\":100000}}")));
    }

    void present() {
        tokens.values()
                .forEach(token -> anywhere(instance ->
                        instance.call("PUT", "/api/v1/agents/me/presence", token, "{\"status\":\"available\"}")));
    }

    /** Accepts an offer in the background, unless that is done already. */
    void take(KafkaDoor.Event offer) {
        if (taken.add(offer.text("offerId"))) {
            hands.submit(() -> accept(offer));
        }
    }

    private void accept(KafkaDoor.Event offer) {
        String path = "/api/v1/offers/" + offer.text("offerId") + "/acceptance";
        HttpResponse<String> answer =
                anywhere(instance -> instance.call("POST", path, tokens.get(offer.text("agentId")), null));
        if (answer.statusCode() != 200) {
            unexpected.add(answer.statusCode() + " " + answer.body());
        }
    }

    /** Answers to acceptances that were no acceptances. */
    Set<String> unexpected() {
        return unexpected;
    }

    private interface Request extends Function<Instance, HttpResponse<String>> {
        HttpResponse<String> send(Instance instance) throws IOException;

        @Override
        default HttpResponse<String> apply(Instance instance) {
            try {
                HttpResponse<String> answer = send(instance);
                return answer.statusCode() >= 500 ? null : answer;
            } catch (IOException e) {
                return null;
            }
        }
    }

    /** Asks one instance after the other until one answers. */
    private HttpResponse<String> anywhere(Request request) {
        int first = ThreadLocalRandom.current().nextInt(instances.size());
        for (int n = 0; n < 200; n++) {
            HttpResponse<String> answer = request.apply(instances.get((first + n) % instances.size()));
            if (answer != null) {
                return answer;
            }
        }
        throw new IllegalStateException("No instance answers");
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
