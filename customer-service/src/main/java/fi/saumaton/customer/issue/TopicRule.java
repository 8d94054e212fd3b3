/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.kit.id.Reference;

/**
 * Reads what a text speaks of: the numbers and products that the company's file knows, and the words that carry meaning.
 * Words are compared by their beginnings, which Finnish endings mostly leave alone.
 */
final class TopicRule {
    /** Chars read of one text: what comes later is mostly quoted. */
    private static final int SCANNED = 4_000;

    /** Most words kept of one text. */
    private static final int MOST = 60;

    private static final int SHORTEST = 3;
    private static final int STEM = 5;

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]{2,39}");
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{5}-?[0-9A-Za-z]{5}(?![0-9A-Za-z])");

    /** Beginnings of words that say nothing of the matter, in our three languages. */
    private static final Set<String> SMALL =
            Set.copyOf(Arrays.asList("""
            about after again also and any anybo anyon anyth are ask asked back because been befor best but bye call
            can canno could contac dear did does doing don done else even every for from get give going good got had
            has have hear heard hello help her here him his hope how just kind know let like long look make many may
            more most much must myself need never new news not now one once only other our out over pleas quest real
            reall regar said same say see send sent she should sincer some somet soon still such sure tell than thank
            that the their them then there these they thing think this those time too toda tomor under until upon use
            usual very want was way week well were what when where which who whole why will with without would write
            wrote yes yeste yet you your
            aamul asia asias asiaa ehkä ei eikä eikö eli ennen entä että haluan halua hei heip hyvä hyvää ihan ilta
            itse jo joka jos jota kai kaikk kanss kertoa kerto kiito kiitt koska kuin kuka kun kuten kyllä kysym kysyä
            lähet minä minu minun mikä miksi miten missä millo mitä mitää moi moikk mutta myös nyt näin nämä oli olin ole
            olen olet olisi olla onko ovat paljo pitä pitää saada saako saan saisi sama samaa sanoi se sekä sen siis
            siitä sinä sitten sitä taas tai tämä tämän täm tätä tarv tarvi terv terve tiedä tieto tuo tulee uudel uutta
            uusi vain vai vaan vasta vielä viest voi voiko voin voisi voitt ystäv yhtey
            alla allt att bara ber bli blir bra dag dem den denna deras dess det detta dig din ditt där efter eller
            ett fick finns fråga någon något några från får före för går gör hade han har hej hela hjälp hon hur här ibland igen ingen
            inte jag kan kommer kunde lite man med mer min mina mitt mot mycke måste nej nog något några när och ock
            också oss rätt sade samma sedan ser ska skall skick skulle som svar säga tack till tills tror under upp
            ut utan vad vara var varfö vem vill vilka vilke väl vänli över
            """.strip().split("\\s+")));

    private final FactReader reader;
    private final Set<String> numberKinds;

    TopicRule(FactReader reader, Set<String> numberKinds) {
        this.reader = reader;
        this.numberKinds = numberKinds;
    }

    /** @param text null for none */
    Topic read(String text) {
        if (text == null || text.isBlank()) {
            return Topic.NONE;
        }
        var read = text.substring(0, Math.min(text.length(), SCANNED));
        Set<Topic.Number> numbers = new LinkedHashSet<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (var found : reader.read(read, LocalDate.EPOCH).facts()) {
            if (numberKinds.contains(found.kind())) {
                numbers.add(new Topic.Number(found.kind(), found.value()));
            } else if (found.kind().equals("product") || found.kind().equals("device")) {
                words.put(found.kind() + ":" + found.value(), found.shown());
            }
        }
        addWords(read, words);
        return new Topic(numbers, words);
    }

    private static void addWords(String text, Map<String, String> words) {
        var matcher = WORD.matcher(text);
        while (matcher.find() && words.size() < MOST) {
            var word = matcher.group().toLowerCase(Locale.ROOT);
            var stem = word.substring(0, Math.min(word.length(), STEM));
            if (word.length() >= SHORTEST && !SMALL.contains(word) && !SMALL.contains(stem)) {
                words.putIfAbsent(stem, word);
            }
        }
    }

    /** What looks like a reference, in its canonical spelling. */
    static Set<String> references(String text) {
        Set<String> references = new LinkedHashSet<>();
        if (text != null) {
            var matcher = REFERENCE.matcher(text.substring(0, Math.min(text.length(), SCANNED)));
            while (matcher.find()) {
                var reference = Reference.normalise(matcher.group());
                if (reference != null) {
                    references.add(reference);
                }
            }
        }
        return references;
    }
}
