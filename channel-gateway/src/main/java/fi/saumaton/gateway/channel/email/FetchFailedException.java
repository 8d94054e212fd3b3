/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;

/** One mail was asked for and did not come. Whether it or the connection is to blame cannot be told from this alone. */
final class FetchFailedException extends MessagingException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What an operator is told; the server's own words may hold addresses. */
    enum Reason {
        /** The server answered NO or BAD, or handed out less than it says there is. */
        REFUSED,
        /** The connection ended while the mail came, or nothing came for too long. */
        CONNECTION_LOST
    }

    FetchFailedException(Exception cause) {
        super("a mail could not be fetched", cause);
        this.reason = isOfConnection(cause) ? Reason.CONNECTION_LOST : Reason.REFUSED;
    }

    /** The server ended the mail too early. */
    FetchFailedException() {
        super("a mail came only in part");
        this.reason = Reason.REFUSED;
    }

    Reason reason() {
        return reason;
    }

    private static boolean isOfConnection(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FolderClosedException || cause instanceof StoreClosedException) {
                return true;
            }
        }
        return false;
    }
}
