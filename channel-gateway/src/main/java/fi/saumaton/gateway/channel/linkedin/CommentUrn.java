/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where something stands that can be answered.
 *
 * @param thread URN of the post or activity
 * @param comment URN of the comment, null where the post itself is meant
 */
record CommentUrn(String thread, String comment) {
    private static final Pattern COMMENT =
            Pattern.compile("urn:li:comment:\\(((?:urn:li:)?([a-zA-Z]+):(\\d+)),(\\d+)\\)");
    private static final Pattern POST = Pattern.compile("urn:li:(?:activity|share|ugcPost):\\d+");

    /** LinkedIn writes the inner URN with and without {@code urn:li:}; answers need it whole. */
    static Optional<CommentUrn> of(String urn) {
        var comment = COMMENT.matcher(urn);
        if (comment.matches()) {
            var thread = "urn:li:" + comment.group(2) + ":" + comment.group(3);
            return Optional.of(new CommentUrn(thread, "urn:li:comment:(" + thread + "," + comment.group(4) + ")"));
        }
        return POST.matcher(urn).matches() ? Optional.of(new CommentUrn(urn, null)) : Optional.empty();
    }

    /** The URN of the comment that LinkedIn has named by its number. */
    String answer(String id) {
        return id.startsWith("urn:") ? id : "urn:li:comment:(" + thread + "," + id + ")";
    }
}
