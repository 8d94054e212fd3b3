/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import jakarta.mail.MessagingException;

/** The mailbox works, but for one mail; it is tried again over a fresh connection. */
final class StuckMailException extends MessagingException {
    private static final long serialVersionUID = 1L;

    StuckMailException(FetchFailedException cause) {
        super("a mail cannot be read", cause);
    }
}
