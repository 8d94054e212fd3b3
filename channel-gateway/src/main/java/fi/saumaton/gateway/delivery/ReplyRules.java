/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Content;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Whether a channel takes an answer, judged before it is stored: its writer can still change it. */
final class ReplyRules {
    private final Capabilities capabilities;

    ReplyRules(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    void check(String text, Content content, List<AttachmentRef> files) {
        if (text.isBlank() && files.isEmpty()) {
            throw invalid("text", "There is nothing to send");
        }
        if (text.length() > capabilities.maxTextLength()) {
            throw invalid("text", "The text is too long for this channel")
                    .with("maxLength", capabilities.maxTextLength());
        }
        switch (content) {
            case null -> {}
            case Content.Text plain -> {}
            case Content.Template template -> check(template);
            case Content.Choices choices -> check(choices);
        }
        files.forEach(this::check);
    }

    /**
     * Free text goes out only for some time after the customer's last message; an approved template always does.
     *
     * @param customerWroteAt null when they never did
     */
    void checkWindow(Content content, boolean byPerson, Instant customerWroteAt, Instant now) {
        var window = byPerson && capabilities.humanWindow() != null
                ? capabilities.humanWindow()
                : capabilities.replyWindow();
        if (window == null || content instanceof Content.Template) {
            return;
        }
        if (customerWroteAt == null || !now.isBefore(customerWroteAt.plus(window))) {
            throw closed(window, customerWroteAt);
        }
    }

    private Problem closed(Duration window, Instant customerWroteAt) {
        var problem = new Problem(
                        DeliveryProblem.REPLY_WINDOW_CLOSED,
                        capabilities.templates()
                                ? "The customer wrote too long ago for free text; an approved template can still be sent"
                                : "The customer wrote too long ago for an answer in this channel")
                .with("window", window.toString())
                .with("templates", capabilities.templates());
        return customerWroteAt == null
                ? problem
                : problem.with("closedAt", customerWroteAt.plus(window).toString());
    }

    private void check(Content.Template template) {
        if (!capabilities.templates()) {
            throw missing("content", "This channel has no approved templates");
        }
        if (isBlank(template.name()) || isBlank(template.language())) {
            throw invalid("content", "A template needs its name and its language");
        }
    }

    private void check(Content.Choices choices) {
        int most = Math.max(capabilities.buttons(), capabilities.listRows());
        if (most == 0) {
            throw missing("content", "This channel cannot offer choices");
        }
        if (choices.options().isEmpty() || choices.options().size() > most) {
            throw invalid("content.options", "This channel takes 1 to " + most + " choices")
                    .with("most", most);
        }
        var ids = new HashSet<String>();
        for (var option : choices.options()) {
            if (isBlank(option.id()) || isBlank(option.title()) || !ids.add(option.id())) {
                throw invalid("content.options", "Each choice needs a title, and an id of its own");
            }
        }
    }

    private void check(AttachmentRef file) {
        long largest = capabilities.media().limit(file.mediaType());
        if (largest == 0) {
            throw missing("files", "This channel takes no files of this kind").with("mediaType", file.mediaType());
        }
        if (file.size() > largest) {
            throw invalid("files", "The file is too large for this channel").with("maxBytes", largest);
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Problem missing(String field, String detail) {
        return new Problem(DeliveryProblem.NOT_IN_THIS_CHANNEL, detail).with("field", field);
    }

    private static Problem invalid(String field, String detail) {
        return new Problem(CommonProblem.INVALID, detail).with("field", field);
    }
}
