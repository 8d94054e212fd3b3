/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.attachment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Reads attachments. */
@ApplicationScoped
class AttachmentService {
    private final AttachmentRepository repository;
    private final Transactions transactions;

    AttachmentService(AttachmentRepository repository, Transactions transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    Uni<Attachment> get(UUID id) {
        return transactions
                .read(() -> repository.findById(id))
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such attachment"))
                .invoke(AttachmentService::mustBeHere);
    }

    private static void mustBeHere(Attachment attachment) {
        if (AttachmentRef.PENDING.equals(attachment.state())) {
            throw new Problem(AttachmentProblem.PENDING, "The file is still being fetched").header("Retry-After", "5");
        }
        if (AttachmentRef.FAILED.equals(attachment.state())) {
            throw new Problem(AttachmentProblem.LOST, attachment.reason());
        }
    }
}
