/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Products of the company and devices of the writer. */
final class NamedThings {
    private static final String DEVICE = "device";
    private static final String PRODUCT = "product";
    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{Ll})(\\p{L}*)");

    private final Map<String, Pattern> devices;

    NamedThings(CompanyFile company) {
        this.devices = company.devices();
    }

    void devices(Passage passage) {
        var words = passage.words();
        for (int i = 0; i < words.size(); i++) {
            var device = words.mark(i, Tag.DEVICE);
            if (device != null) {
                device(passage, words.start(i), devices.get(device.value()));
            }
        }
    }

    void products(Passage passage) {
        var words = passage.words();
        for (int i = 0; i < words.size(); i++) {
            var product = words.mark(i, Tag.PRODUCT);
            if (product != null && product.from() == i) {
                product(passage, product);
            }
        }
        dropGeneral(passage);
    }

    private static void product(Passage passage, Mark product) {
        var words = passage.words();
        int start = words.start(product.from());
        int end = words.end(product.to());
        if (passage.isFree(start, end) && isMeant(words, product.from(), product.to())) {
            passage.add(PRODUCT, product.value(), start, end, 0.85);
        }
    }

    /** Who names a model and then says "the saw" speaks of one thing. */
    private static void dropGeneral(Passage passage) {
        var products = passage.found().stream()
                .filter(found -> found.kind().equals(PRODUCT))
                .map(Found::value)
                .toList();
        passage.found()
                .removeIf(found -> found.kind().equals(PRODUCT)
                        && products.stream().anyMatch(other -> other.startsWith(found.value() + " ")));
    }

    private static void device(Passage passage, int start, Pattern pattern) {
        var match = pattern.matcher(passage.text()).region(start, passage.text().length());
        if (!match.lookingAt()) {
            return;
        }
        int from = passage.words().at(match.start());
        int to = passage.words().at(match.end() - 1);
        boolean free = passage.isFree(match.start(), match.end());
        passage.take(match.start(), match.end());
        if (free && isMeant(passage.words(), from, to)) {
            passage.add(DEVICE, name(match.group().replaceAll("\\s+", " ")), match.start(), match.end(), 0.85);
        }
    }

    private static boolean isMeant(Words words, int from, int to) {
        return !(ContextRule.isExample(words, from, to)
                || ContextRule.isDenied(words, from)
                || ContextRule.within(words, from - 1, -1, 3, Tag.LACK)
                || ContextRule.within(words, from - 1, -1, 2, Tag.THEIRS)
                || ContextRule.within(words, from - 1, -1, 4, Tag.PERSON));
    }

    /** As its maker writes it: iPhone 13 Pro, Samsung Galaxy S23. */
    private static String name(String written) {
        var capitals = CAPITALS.matcher(written.toLowerCase(Locale.ROOT))
                .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT) + word.group(2));
        var spaced = capitals.replaceAll("(?<=^Iphone)(?=\\d)", " ");
        return spaced.replaceAll("\\b([a-zA-Z])(?=\\d)", "$1")
                .replaceAll("^Iphone", "iPhone")
                .replaceAll("^Ipad", "iPad")
                .replaceAll("^Macbook", "MacBook")
                .replaceAll("^Thinkpad", "ThinkPad")
                .replaceAll("^Oneplus", "OnePlus")
                .replaceAll("^Ios\\b", "iOS")
                .replaceAll("^Macos", "macOS")
                .replaceAll("^Galaxy", "Samsung Galaxy")
                .replaceAll("^Pixel", "Google Pixel");
    }
}
