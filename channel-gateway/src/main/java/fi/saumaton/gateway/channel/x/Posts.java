/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Receipt;

/** Public posts that are meant for us: mentions, and replies to what we wrote. */
final class Posts {
    static final String PREFIX = "post:";
    private static final String THREAD = "post ";
    private static final DateTimeFormatter OLD_TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    private final XAccount account;

    Posts(XAccount account) {
        this.account = account;
    }

    /** A post as the X Activity API writes it, where the kind of event has already said what it is to us. */
    Parsed post(JsonNode post, JsonNode includes) {
        var author = post.path("author_id").asText();
        var at = time(post);
        if (account.isUs(author)) {
            return Parsed.receipt(account.receipt(id(post), Receipt.Status.SENT, at));
        }
        var answered = post.path("in_reply_to_tweet_id").asText(referenced(post));
        return Parsed.message(account.inbound(
                MessageKind.TEXT,
                id(post),
                author,
                XUsers.name(includes.path("users"), author),
                THREAD + post.path("conversation_id").asText(post.path("id").asText()),
                answered.isEmpty() ? List.of() : List.of(PREFIX + answered),
                text(post),
                files(includes.path("media")),
                at));
    }

    /** A post as the Account Activity API writes it: everything that the account is concerned with, so it is looked whether it is for us. */
    Parsed tweet(JsonNode tweet) {
        var author = tweet.path("user").path("id_str").asText();
        if (account.isUs(author)) {
            return Parsed.receipt(
                    account.receipt(PREFIX + tweet.path("id_str").asText(), Receipt.Status.SENT, time(tweet)));
        }
        if (tweet.hasNonNull("retweeted_status") || !isForUs(tweet)) {
            return Parsed.nothing();
        }
        var answered = tweet.path("in_reply_to_status_id_str").asText("");
        return Parsed.message(account.inbound(
                MessageKind.TEXT,
                PREFIX + tweet.path("id_str").asText(),
                author,
                XUsers.name(tweet.path("user")),
                THREAD
                        + tweet.path("conversation_id_str")
                                .asText(
                                        answered.isEmpty()
                                                ? tweet.path("id_str").asText()
                                                : answered),
                answered.isEmpty() ? List.of() : List.of(PREFIX + answered),
                text(tweet),
                files(tweet.path("extended_entities").path("media")),
                time(tweet)));
    }

    Parsed deleted(String id, String author, Instant at) {
        return account.isUs(author) || author.isEmpty()
                ? Parsed.nothing()
                : Parsed.message(account.inbound(
                        MessageKind.DELETED,
                        "deleted:" + id,
                        author,
                        null,
                        THREAD + id,
                        List.of(PREFIX + id),
                        "The post was deleted by its author",
                        List.of(),
                        at));
    }

    private boolean isForUs(JsonNode tweet) {
        if (account.isUs(tweet.path("in_reply_to_user_id_str").asText())) {
            return true;
        }
        var entities = tweet.path("extended_tweet").path("entities");
        var mentions = (entities.isObject() ? entities : tweet.path("entities")).path("user_mentions");
        for (var mention : mentions) {
            if (account.isUs(mention.path("id_str").asText())) {
                return true;
            }
        }
        return false;
    }

    private static String referenced(JsonNode post) {
        for (var reference : post.path("referenced_tweets")) {
            if (reference.path("type").asText().equals("replied_to")) {
                return reference.path("id").asText();
            }
        }
        return "";
    }

    private static String id(JsonNode post) {
        return PREFIX + post.path("id").asText();
    }

    private static String text(JsonNode post) {
        for (var path : List.of("/note_tweet/text", "/extended_tweet/full_text", "/full_text", "/text")) {
            if (post.at(path).isTextual()) {
                return post.at(path).asText();
            }
        }
        return "";
    }

    private static List<InboundAttachment> files(JsonNode media) {
        var files = new ArrayList<InboundAttachment>();
        for (var file : media) {
            var url = file.path("media_url_https").asText(file.path("url").asText(""));
            if (file.path("type").asText().equals("photo") && !url.isEmpty()) {
                var id = file.path("media_key").asText(file.path("id_str").asText());
                files.add(InboundAttachment.at(new MediaRef(id, url, "image/jpeg", "photo.jpg", null, null)));
            }
        }
        return files;
    }

    private static Instant time(JsonNode post) {
        if (post.hasNonNull("timestamp_ms")) {
            return Instant.ofEpochMilli(post.get("timestamp_ms").asLong());
        }
        var written = post.path("created_at").asText();
        try {
            return written.contains("T") ? Instant.parse(written) : OLD_TIME.parse(written, Instant::from);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
