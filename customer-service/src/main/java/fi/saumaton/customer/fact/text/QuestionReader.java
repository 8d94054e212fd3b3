/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads what a text of ours asks for: order number, address, what happened. */
public final class QuestionReader {
    private static final String MATTER = "matter";

    /** Chars read of one text. */
    private static final int SCANNED = 4_000;

    /** A sentence of fewer words needs no verb: "Tilausnumero?" */
    private static final int SHORT = 4;

    /** Finnish for "to your", "by your": a direction, no question. */
    private static final Pattern DIRECTION = Pattern.compile(
            ".*(?:(?:seen|hin|lla|llä|lta|ltä|sta|stä|oon|ksi)(?:si|nne|mme|ni)?|seesi|seenne|oosi|oonne|iisi|iinne)");

    private final Phrases phrases = new Phrases();

    public QuestionReader() {
        var words = Yaml.resource("/facts/questions.yaml");
        for (var tag : List.of(Tag.ASKING, Tag.DESCRIBE, Tag.STATED, Tag.OTHER, Tag.TOWARDS)) {
            phrases.add(tag, null, words.get(tag.key()).toString());
        }
        for (var tag : List.of(Tag.TOPIC, Tag.SELF)) {
            Yaml.map(words.get(tag.key()), tag.key()).forEach((kind, list) -> phrases.add(tag, kind, list.toString()));
        }
    }

    /** Each kind once; nothing for most texts. */
    public List<Asked> read(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var own = OwnText.of(text.length() > SCANNED ? text.substring(0, SCANNED) : text);
        var words = new Words(own, phrases);
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            var kind = kind(words, i);
            if (kind != null && asked.stream().noneMatch(one -> one.kind().equals(kind))) {
                asked.add(new Asked(kind, words.sentence(i, own)));
            }
        }
        return asked;
    }

    /** What a text of ours speaks of, asked or not: a bare number that answers it is one of these. */
    public List<String> mentions(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        var words = new Words(text.length() > SCANNED ? text.substring(0, SCANNED) : text, phrases);
        return IntStream.range(0, words.size())
                .boxed()
                .flatMap(i -> words.marks(i).stream())
                .filter(mark -> mark.tag() == Tag.TOPIC || mark.tag() == Tag.SELF)
                .map(Mark::value)
                .distinct()
                .toList();
    }

    private static String kind(Words words, int i) {
        var self = words.mark(i, Tag.SELF);
        if (self != null && self.from() == i && !isConfirmation(words, self) && !isStated(words, i)) {
            return self.value();
        }
        var topic = words.mark(i, Tag.TOPIC);
        return topic != null && topic.from() == i && self == null && isAsked(words, topic) ? topic.value() : null;
    }

    private static boolean isAsked(Words words, Mark topic) {
        int i = topic.from();
        if (isConfirmation(words, topic) || isStated(words, i) || isDirection(words, topic)) {
            return false;
        }
        return isShortQuestion(words, i) || hasAsking(words, topic);
    }

    /** "Is your order number 10023?", "Is the address still the same?" */
    private static boolean isConfirmation(Words words, Mark topic) {
        for (int i = topic.from(); words.inOneSentence(i, topic.from()); i++) {
            if (isValue(words, i)) {
                return true;
            }
        }
        for (int i = topic.from(); words.inOneSentence(i, topic.from()); i--) {
            if (isValue(words, i)) {
                return true;
            }
        }
        return ContextRule.within(words, topic.from() - 1, -1, 3, Tag.OTHER)
                || ContextRule.within(words, topic.to() + 1, 1, 4, Tag.OTHER);
    }

    private static boolean isValue(Words words, int i) {
        return words.hasDigit(i) && words.lower(i).length() >= 3 || words.gap(i).startsWith("@");
    }

    /** "Thanks for the order number", "you find the order number in the mail", in the clause of the topic. */
    private static boolean isStated(Words words, int topic) {
        for (int i = topic; words.inOneSentence(i, topic); i--) {
            if (i != topic && (ContextRule.hasComma(words, i) || isDash(words, i))) {
                return false;
            }
            if (words.is(i, Tag.STATED) && !words.is(i, Tag.ASKING)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDash(Words words, int i) {
        return words.gap(i).indexOf('–') >= 0 || words.gap(i).indexOf(':') >= 0;
    }

    private static boolean isDirection(Words words, Mark topic) {
        boolean towards =
                words.inOneSentence(topic.from() - 1, topic.from()) && words.is(topic.from() - 1, Tag.TOWARDS);
        boolean towardsYour = words.inOneSentence(topic.from() - 2, topic.from())
                && words.lower(topic.from() - 1).matches("your|the|din|ditt|er|ert|den")
                && (words.is(topic.from() - 2, Tag.TOWARDS)
                        || words.lower(topic.from() - 2).equals("on"));
        return towards
                || towardsYour
                || DIRECTION.matcher(words.lower(topic.to())).matches();
    }

    private static boolean isShortQuestion(Words words, int i) {
        int first = i;
        int last = i;
        while (words.inOneSentence(first - 1, i)) {
            first--;
        }
        while (words.inOneSentence(last + 1, i)) {
            last++;
        }
        return last - first < SHORT && words.gap(last).stripLeading().startsWith("?");
    }

    /** A word of asking in front of the topic, or behind it in a question ("Your order number, please?"). */
    private static boolean hasAsking(Words words, Mark topic) {
        if (topic.value().equals(MATTER)) {
            return ContextRule.within(words, topic.from() - 1, -1, 6, Tag.DESCRIBE);
        }
        for (int i = topic.from() - 1; words.inOneSentence(i, topic.from()); i--) {
            if (words.is(i, Tag.ASKING)) {
                return true;
            }
        }
        return ContextRule.within(words, topic.to() + 1, 1, 3, Tag.ASKING);
    }
}
