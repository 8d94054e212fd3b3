/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CommentUrnTest {
    private static final CommentUrn COMMENT =
            new CommentUrn("urn:li:activity:70", "urn:li:comment:(urn:li:activity:70,71)");

    @Test
    void bothWaysOfWritingAreTheSameComment() {
        assertEquals(Optional.of(COMMENT), CommentUrn.of("urn:li:comment:(urn:li:activity:70,71)"));
        assertEquals(Optional.of(COMMENT), CommentUrn.of("urn:li:comment:(activity:70,71)"));
    }

    @Test
    void aPostIsAnsweredItself() {
        assertEquals(Optional.of(new CommentUrn("urn:li:ugcPost:5", null)), CommentUrn.of("urn:li:ugcPost:5"));
        assertEquals(Optional.empty(), CommentUrn.of("notification:5603"));
        assertEquals(Optional.empty(), CommentUrn.of("urn:li:comment:(../../x,1)"));
    }

    @Test
    void theAnswersNumberBecomesItsUrn() {
        assertEquals("urn:li:comment:(urn:li:activity:70,72)", COMMENT.answer("72"));
        assertEquals(
                "urn:li:comment:(urn:li:activity:70,72)", COMMENT.answer("urn:li:comment:(urn:li:activity:70,72)"));
    }
}
