/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.util.List;

import fi.saumaton.routing.promise.PromiseKind;

import static fi.saumaton.routing.promise.PromiseKind.CALL_BACK;
import static fi.saumaton.routing.promise.PromiseKind.DELIVERY;
import static fi.saumaton.routing.promise.PromiseKind.MEETING;
import static fi.saumaton.routing.promise.PromiseKind.OTHER;
import static fi.saumaton.routing.promise.PromiseKind.REPLY;
import static fi.saumaton.routing.promise.draft.Promising.pattern;

/** English promises with will, going to, or a progressive: of ours, or of what the customer gets from us. */
final class English {
    private static final String US =
            "(?:i|we|(?:my|our|your)\\s+(?:\\w+\\s+)?(?!refund|order|parcel|money|invoice)\\w+|(?:someone|somebody)(?:\\s+from\\s+\\w+(?:\\s+\\w+)?)?|one\\s+of\\s+\\w+(?:\\s+\\w+)?)";
    private static final String ADVERBS = "(?:(?!not\\b|be\\b|have\\b|never\\b)\\w+\\s+){0,4}?";
    private static final String WILL = "(?:(?:i|we)['’]ll|" + US
            + "\\s+(?:will|shall)|(?:i['’]m|i\\s+am|we['’]re|we\\s+are)\\s+going\\s+to|" + US
            + "\\s+promise\\s+to|you\\s+have\\s+my\\s+word\\s+that\\s+(?:i|we)\\s+will|let\\s+me)\\s+" + ADVERBS;
    private static final String ARE = "(?:i['’]m|i\\s+am|we['’]re|we\\s+are)\\s+" + ADVERBS;
    private static final String THINGS =
            "(?:instructions?|answer|information|link|quote|offer|e?-?mail|message|form|invoice|receipt|details|confirmation|update|reply)";

    private English() {}

    static Lexicon lexicon() {
        return new Lexicon(
                "en",
                List.of(
                        will(
                                CALL_BACK,
                                "call\\s+(?:you\\s+)?back|return\\s+your\\s+call|give\\s+you\\s+a\\s+(?:call|ring|bell|buzz)",
                                false),
                        will(CALL_BACK, "(?:call|phone|ring|telephone)\\b", true),
                        are(CALL_BACK, "(?:calling|phoning|ringing)\\b"),
                        will(
                                REPLY,
                                "(?:get\\s+back|come\\s+back\\s+to\\s+you|be\\s+in\\s+touch|get\\s+in\\s+touch|follow\\s+up|reach\\s+out|let\\s+you\\s+know|update\\s+you|be\\s+back\\s+to\\s+you)\\b",
                                false),
                        are(REPLY, "(?:getting\\s+back|coming\\s+back\\s+to\\s+you)\\b"),
                        will(
                                REPLY,
                                "(?:send|forward|e?-?mail|share|write|give)\\s+(?:\\w+\\s+){0,4}" + THINGS + "\\b",
                                true),
                        will(
                                REPLY,
                                "(?:reply|respond|answer|write|e-?mail|message|text|inform|tell|contact|find\\s+out|have\\s+an\\s+answer|confirm)\\b",
                                true),
                        always(
                                CALL_BACK,
                                "\\byou\\s+can\\s+expect\\s+(?:a|our|my)\\s+call\\b|^\\s*expect\\s+(?:a|our|my)\\s+call\\b",
                                true),
                        always(
                                REPLY,
                                "\\b(?:you\\s+can\\s+expect|^\\s*expect)\\s+(?:\\w+\\s+){0,3}" + THINGS + "\\b",
                                true),
                        always(
                                REPLY,
                                "\\byou(?:['’]ll|\\s+will)\\s+(?:\\w+\\s+)?(?:hear\\s+(?:back\\s+)?from\\s+(?:us|me))\\b",
                                true),
                        always(
                                REPLY,
                                "\\byou(?:['’]ll|\\s+will)\\s+(?:\\w+\\s+)?(?:have|get|receive)\\s+(?:\\w+\\s+){0,3}"
                                        + THINGS + "\\b",
                                true),
                        always(
                                DELIVERY,
                                "\\byou(?:['’]ll|\\s+will)\\s+(?:\\w+\\s+)?(?:have|get|receive)\\s+(?:\\w+\\s+){0,3}(?:refund|money|replacement|parcel|chain|part|order|package|machine|saw)\\b",
                                true),
                        always(
                                DELIVERY,
                                "\\b(?:your|the|a|an)\\s+(?:\\w+\\s+){0,2}(?:refund|money|replacement|order|parcel|package|part|chain|amount|saw)\\s+(?:will|is\\s+going\\s+to)\\s+be\\s+(?:\\w+\\s+){0,3}(?:account|sent|shipped|delivered|paid|refunded|with\\s+you|repaired|dispatched|ready|credited)\\b",
                                true),
                        will(
                                DELIVERY,
                                "(?:send|ship|deliver|refund|reimburse|credit|replace|repair|fix|pay|exchange|dispatch|order|post|collect)\\b",
                                true),
                        are(DELIVERY, "(?:sending|shipping|delivering|refunding|dispatching|replacing)\\b"),
                        will(MEETING, "(?:visit|come|meet|stop\\s+by|drop\\s+by)\\b", true),
                        are(MEETING, "(?:coming|visiting)\\b"),
                        will(
                                OTHER,
                                "(?:check|look\\s+into|investigate|sort|arrange|book|prepare|handle|take\\s+care|update|have\\s+\\w+\\s+(?:call|contact)|make\\s+sure|see\\s+to)\\b",
                                true)),
                pattern("\\b(?:not|never|cannot|can['’]t|won['’]t|don['’]t|unable|unfortunately\\s+no|n['’]t)\\b"),
                pattern(
                        "\\b(?:if|unless|in\\s+case|provided|as\\s+long\\s+as|once|as\\s+soon\\s+as(?!\\s+possible)|when)\\b|^\\s*(?:please\\s+)?(?:call|send|return|give|contact|reply|bring|email|write|tell|fill|let\\s+us)\\b.*\\band\\s+(?:we|i)\\b"),
                pattern("\\byou\\s+(?:wrote|said|asked|told|wanted|mentioned|promised|hoped|thought)\\b"),
                pattern("\\s*[,;]?\\s*\\b(?:but|however|so)\\b"),
                EnglishTimes.all());
    }

    private static Promising will(PromiseKind kind, String verb, boolean needsTime) {
        return always(kind, "\\b" + WILL + "(?:" + verb + ")", needsTime);
    }

    private static Promising are(PromiseKind kind, String verb) {
        return always(kind, "\\b" + ARE + "(?:" + verb + ")", true);
    }

    private static Promising always(PromiseKind kind, String regex, boolean needsTime) {
        return new Promising(pattern(regex), kind, needsTime);
    }
}
