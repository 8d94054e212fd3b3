/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.web.Page;

/**
 * Around every {@link Audited} method. The entry is written while the customer is read, and the answer waits for it: a
 * reading costs no more time, and nothing is ever shown of which the log does not know. When it can't be written, the
 * answer is a refusal. Of a list it is known only afterwards who is in it.
 */
class AuditFilter {
    private static final String READING = AuditFilter.class.getName();

    private final AuditLog log;

    AuditFilter(AuditLog log) {
        this.log = log;
    }

    /** @param writing null as long as it is not known who is read */
    private record Reading(String action, PurposeRule.Purpose purpose, CompletableFuture<Void> writing) {}

    @Audited("")
    @ServerRequestFilter
    public void before(ContainerRequestContext request, ResourceInfo resource) {
        var path = request.getUriInfo();
        var stated = path.getQueryParameters().getFirst("purpose");
        var audited = resource.getResourceMethod().getAnnotation(Audited.class);
        var action = audited.value();
        var purpose =
                log.purpose(stated == null ? request.getHeaderString("Saumaton-Purpose") : stated, audited.purpose());
        var writing = subject(path.getPathParameters().getFirst("id"))
                .map(id -> log.write(List.of(id), audited.of(), action, purpose).subscribeAsCompletionStage());
        request.setProperty(READING, new Reading(action, purpose, writing.orElse(null)));
    }

    @Audited("")
    @ServerResponseFilter
    public Uni<Void> after(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(READING) instanceof Reading reading)) {
            return Uni.createFrom().voidItem();
        }
        return reading.writing() == null
                ? log.write(shown(response.getEntity()), Audited.Subject.CUSTOMER, reading.action(), reading.purpose())
                : Uni.createFrom().completionStage(reading.writing());
    }

    /** Empty when it can't be an id: then there is nobody to be shown. */
    private static Optional<UUID> subject(String id) {
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static List<UUID> shown(Object entity) {
        return entity instanceof Page<?> page
                ? page.items().stream()
                        .filter(ShownCustomer.class::isInstance)
                        .flatMap(item -> ((ShownCustomer) item).shownCustomers().stream())
                        .distinct()
                        .toList()
                : List.of();
    }
}
