/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

import fi.saumaton.gateway.edge.Upstreams.Target;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.kit.web.ProblemAnswers;

/** Passes requests on to the service that {@link Upstreams} names, bodies as streams, and its answers back. */
@ApplicationScoped
class ProxyDoor {
    private static final Logger LOG = Logger.getLogger(ProxyDoor.class);
    private static final int AFTER_THE_GATE = -50;
    private static final String RETRY_AFTER = "2";

    private final Upstreams upstreams;
    private final EdgeConfig config;
    private final ProblemAnswers problems;
    private final HttpClient client;

    ProxyDoor(Upstreams upstreams, EdgeConfig config, ProblemAnswers problems, Vertx vertx) {
        this.upstreams = upstreams;
        this.config = config;
        this.problems = problems;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) this.config.connectTimeout().toMillis()),
                new PoolOptions().setHttp1MaxSize(this.config.connections()));
    }

    void install(@Observes Router router) {
        router.route("/api/v1/*").order(AFTER_THE_GATE).handler(this::route);
    }

    private void route(RoutingContext rc) {
        upstreams.find(rc.normalizedPath()).ifPresentOrElse(target -> pass(rc, target), rc::next);
    }

    private void pass(RoutingContext rc, Target target) {
        var request = ProxyRequest.reverseProxy(rc.request());
        PassedHeaders.request(request.headers(), rc.request());
        request.setURI(target.path()
                + (rc.request().query() == null ? "" : "?" + rc.request().query()));
        var body = limited(request);
        client.request(options(target))
                .compose(request::send)
                .onSuccess(answer -> answer(rc, target, answer))
                .onFailure(failure -> refuse(rc, target, request, body, failure));
    }

    private RequestOptions options(Target target) {
        var address = target.address();
        boolean tls = "https".equals(address.getScheme());
        return new RequestOptions()
                .setHost(address.getHost())
                .setPort(address.getPort() > 0 ? address.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setIdleTimeout(config.answerTimeout().toMillis());
    }

    /** Announced lengths are checked at the door of the server already. */
    private LimitedBody limited(ProxyRequest request) {
        var body = request.getBody();
        if (body == null || body.length() >= 0) {
            return null;
        }
        var limited = new LimitedBody(body.stream(), config.maxBodySize().asLongValue());
        request.setBody(Body.body(limited));
        return limited;
    }

    private static Future<Void> answer(RoutingContext rc, Target target, ProxyResponse answer) {
        if (rc.response().closed()) {
            answer.release();
            return Future.succeededFuture();
        }
        PassedHeaders.response(answer.headers());
        PassedHeaders.location(answer.headers(), target.address());
        return answer.send();
    }

    private void refuse(RoutingContext rc, Target target, ProxyRequest request, LimitedBody body, Throwable failure) {
        request.release();
        if (rc.response().headWritten() || rc.response().closed()) {
            return;
        }
        if (body != null && body.isTooLong()) {
            rc.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            problems.send(
                    rc,
                    new Problem(CommonProblem.TOO_LARGE, "The body is too large")
                            .with("limit", config.maxBodySize().asLongValue()));
            return;
        }
        LOG.warnf("%s-service: %s", target.service(), failure.getClass().getSimpleName());
        problems.send(rc, problem(failure));
    }

    private static Problem problem(Throwable failure) {
        var problem = failure instanceof TimeoutException
                ? new Problem(CommonProblem.GATEWAY_TIMEOUT, "The service behind did not answer in time")
                : new Problem(CommonProblem.UNAVAILABLE, "The service behind is not available");
        return problem.header("Retry-After", RETRY_AFTER);
    }
}
