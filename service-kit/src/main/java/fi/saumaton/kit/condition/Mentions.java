/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.condition;

import java.util.List;
import java.util.Locale;

import com.google.common.collect.ImmutableList;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;

/**
 * {@code text.mentions('chain oil')}, {@code text.mentions(['öljy', 'olja', 'oil'])}: whether a word of the text begins so,
 * whatever the case; inflected forms are found, "foil" is no "oil".
 */
final class Mentions {
    private static final String NAME = "mentions";
    private static final String ONE = "text_mentions_text";
    private static final String ANY = "text_mentions_any";

    private Mentions() {}

    static CelFunctionDecl declaration() {
        return CelFunctionDecl.newFunctionDeclaration(
                NAME,
                CelOverloadDecl.newMemberOverload(ONE, SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING),
                CelOverloadDecl.newMemberOverload(
                        ANY, SimpleType.BOOL, SimpleType.STRING, ListType.create(SimpleType.STRING)));
    }

    static List<CelFunctionBinding> bindings() {
        return ImmutableList.of(
                CelFunctionBinding.from(ONE, String.class, String.class, Mentions::mentions),
                CelFunctionBinding.from(
                        ANY,
                        String.class,
                        List.class,
                        (text, words) -> ((List<?>) words).stream().anyMatch(word -> mentions(text, word.toString()))));
    }

    static boolean mentions(String text, String word) {
        var where = text.toLowerCase(Locale.ROOT);
        var what = word.toLowerCase(Locale.ROOT);
        if (what.isBlank()) {
            return false;
        }
        for (int at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(where.codePointBefore(at))) {
                return true;
            }
        }
        return false;
    }
}
