/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

/** Writes XML, well-formed whatever the texts hold. */
final class Xml {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");

    /** @param attributes names and values in turn; those without a value are left out */
    Xml start(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
        out.append('>');
        return this;
    }

    Xml text(String text) {
        escape(text);
        return this;
    }

    Xml end(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append("&#").append(point).append(';');
                default -> out.appendCodePoint(isCharacter(point) ? point : 0xFFFD);
            }
        });
    }

    /** What XML 1.0 allows. */
    private static boolean isCharacter(int point) {
        return point >= 0x20 && !(point >= 0xD800 && point <= 0xDFFF) && point != 0xFFFE && point != 0xFFFF;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
