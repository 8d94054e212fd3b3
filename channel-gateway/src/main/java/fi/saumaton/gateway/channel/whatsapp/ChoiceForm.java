/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import fi.saumaton.gateway.channel.Content.Option;

/** How WhatsApp shows choices: up to three short ones as buttons, up to ten as the rows of a list. */
final class ChoiceForm {
    static final int MOST_BUTTONS = 3;
    static final int MOST_ROWS = 10;

    private static final int LONGEST_BUTTON = 20;
    private static final int LONGEST_ROW = 24;
    private static final int LONGEST_DESCRIPTION = 72;

    private ChoiceForm() {}

    static boolean areButtons(List<Option> options) {
        return options.size() <= MOST_BUTTONS
                && options.stream()
                        .allMatch(option -> option.title().length() <= LONGEST_BUTTON && option.description() == null);
    }

    /** A title too long for its row goes on in the description. */
    static void row(ObjectNode row, Option option) {
        boolean fits = option.title().length() <= LONGEST_ROW;
        row.put("id", option.id()).put("title", shortened(option.title(), LONGEST_ROW));
        var more = fits ? option.description() : option.title();
        if (more != null) {
            row.put("description", shortened(more, LONGEST_DESCRIPTION));
        }
    }

    private static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
