/**
 * The e-mail channel: one {@link fi.saumaton.gateway.channel.Channel} per configured mailbox.
 *
 * <p>In: a poller per mailbox (IMAP, on a virtual thread, on the one replica that holds the mailbox's lease) appends raw mails to {@code ingress} and
 * moves its position only then; {@code MailParser} understands them later. Out: an answer goes over SMTP under a Message-ID that never changes.
 *
 * <p>Only this package knows {@code jakarta.mail}.
 */
package fi.saumaton.gateway.channel.email;
