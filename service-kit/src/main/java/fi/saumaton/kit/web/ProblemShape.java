package fi.saumaton.kit.web;

import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import fi.saumaton.kit.failure.FailureKind;

/**
 * Gives every problem, whoever made it, our type, a title in the reader's language and the trace's id, and takes out
 * what frameworks say about their insides.
 */
@Singleton
class ProblemShape implements ProblemPostProcessor {

    /** Before the library's logger (101), so that the log says what the client sees. */
    private static final int PRIORITY = 200;

    private static final int INTERNAL = CommonProblem.INTERNAL.status();
    private static final String RETRY_AFTER = "2";

    private final ProblemTitles titles;
    private final CurrentVertxRequest request;

    ProblemShape(ProblemTitles titles, CurrentVertxRequest request) {
        this.titles = titles;
        this.request = request;
    }

    @Override
    public int priority() {
        return PRIORITY;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        ProblemType type = context.cause instanceof Problem ours ? ours.type() : typeOf(problem, context.cause);
        HttpProblem.Builder shaped = HttpProblem.builder()
                .withType(type.uri())
                .withTitle(title(type))
                .withStatus(type.status())
                .withInstance(problem.getInstance());
        problem.getParameters().forEach(shaped::with);
        problem.getHeaders().forEach(shaped::withHeader);
        if (context.cause instanceof Problem) {
            shaped.withDetail(problem.getDetail());
        }
        if (context.cause instanceof JsonProcessingException unreadable) {
            shaped.withDetail(place(unreadable));
        }
        if (type == CommonProblem.UNAVAILABLE && !(context.cause instanceof Problem)) {
            shaped.withHeader("Retry-After", RETRY_AFTER);
        }
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            shaped.with("traceId", span.getTraceId());
        }
        return shaped.build();
    }

    private ProblemType typeOf(HttpProblem problem, Throwable cause) {
        int status = problem.getStatusCode();
        if (status == INTERNAL && cause != null) {
            return switch (FailureKind.of(cause)) {
                case INFRASTRUCTURE -> CommonProblem.UNAVAILABLE;
                case CONFLICT -> CommonProblem.CONFLICT;
                case POISON -> CommonProblem.INTERNAL;
            };
        }
        return CommonProblem.ofStatus(status);
    }

    private String title(ProblemType type) {
        String title = titles.title(type.slug(), acceptLanguage());
        return title == null ? type.slug() : title;
    }

    private String acceptLanguage() {
        RoutingContext current = request.getCurrent();
        return current == null ? null : current.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** Where the JSON does not fit, in the client's own words; never the reader's, which names classes. */
    private static String place(JsonProcessingException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "The body is not readable as JSON";
        }
        String path = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return "The body does not fit at " + (path.startsWith(".") ? path.substring(1) : path);
    }
}
