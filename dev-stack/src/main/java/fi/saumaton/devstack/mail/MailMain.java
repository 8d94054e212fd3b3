/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.mail;

import java.util.Arrays;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** The mail server's process. Arguments: SMTP port, IMAP port, mailboxes as {@code address:password}. */
final class MailMain {
    private static final String HOST = "127.0.0.1";

    private MailMain() {}

    public static void main(String[] arguments) {
        var smtp = new ServerSetup(Integer.parseInt(arguments[0]), HOST, ServerSetup.PROTOCOL_SMTP);
        var imap = new ServerSetup(Integer.parseInt(arguments[1]), HOST, ServerSetup.PROTOCOL_IMAP);
        var server = new GreenMail(new ServerSetup[] {smtp, imap});
        Arrays.stream(arguments).skip(2).forEach(mailbox -> {
            var words = mailbox.split(":");
            server.setUser(words[0], words[0], words[1]);
        });
        server.start();
    }
}
