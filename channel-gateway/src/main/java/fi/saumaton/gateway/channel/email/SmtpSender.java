/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.email.EmailConfig.Smtp;
import fi.saumaton.gateway.channel.email.EmailConfig.Tls;

/** Hands mails to the outgoing server and tells what a failure means for the mail. */
final class SmtpSender {
    /** Refusals of our login, which say nothing about the mail. */
    private static final Set<Integer> LOGIN_REFUSED = Set.of(454, 530, 534, 535, 538);

    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private final MailClient client;
    private final Smtp smtp;

    /** A connection of its own for each mail: what could not connect has surely not gone out. */
    SmtpSender(Vertx vertx, Smtp smtp, String ownDomain) {
        var config = new MailConfig(smtp.host(), smtp.port())
                .setStarttls(smtp.tls() == Tls.STARTTLS ? StartTLSOptions.REQUIRED : StartTLSOptions.DISABLED)
                .setSsl(smtp.tls() == Tls.TLS)
                .setLogin(smtp.user().isPresent() ? LoginOption.REQUIRED : LoginOption.NONE)
                .setOwnHostname(ownDomain)
                .setMaxPoolSize(smtp.connections())
                .setKeepAlive(false);
        config.setConnectTimeout((int) smtp.timeout().toMillis());
        smtp.user().ifPresent(config::setUsername);
        smtp.password().ifPresent(config::setPassword);
        this.client = MailClient.create(vertx, config);
        this.smtp = smtp;
    }

    Uni<DeliveryOutcome> send(MailMessage mail) {
        return Uni.createFrom()
                .completionStage(() -> client.sendMail(mail)
                        .timeout(smtp.timeout().toMillis(), TimeUnit.MILLISECONDS)
                        .toCompletionStage())
                .map(accepted -> DeliveryOutcome.sent())
                .onFailure()
                .recoverWithItem(SmtpSender::outcome);
    }

    /** Reasons hold codes only: servers repeat addresses in their texts. */
    static DeliveryOutcome outcome(Throwable failure) {
        return switch (failure) {
            case SMTPException refusal -> refused(refusal);
            case ConnectException away -> new DeliveryOutcome.TemporaryFailure("mail server not reachable");
            case UnknownHostException away -> new DeliveryOutcome.TemporaryFailure("mail server not found");
            case IllegalArgumentException unusable ->
                new DeliveryOutcome.FinalFailure("the address cannot be written to");
            case TimeoutException late -> new DeliveryOutcome.Uncertain("no answer from the mail server in time");
            default -> new DeliveryOutcome.Uncertain("connection to the mail server lost");
        };
    }

    private static DeliveryOutcome refused(SMTPException refusal) {
        int code = refusal.getReplyCode();
        if (LOGIN_REFUSED.contains(code)) {
            return new DeliveryOutcome.TemporaryFailure("mail server refuses our login (" + code + ")");
        }
        var status = ENHANCED.matcher(String.valueOf(refusal.getReplyMessage()));
        var reason = "refused by the mail server (" + code + (status.find() ? " " + status.group() : "") + ")";
        return code >= 500 ? new DeliveryOutcome.FinalFailure(reason) : new DeliveryOutcome.TemporaryFailure(reason);
    }
}
