/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** A mail's HTML: cleaned for showing, or as plain text with quotes marked by {@code >}. */
final class HtmlMail {
    /** Characters; what is longer is cut before it is parsed (the whole mail stays in the raw record). */
    private static final int LONGEST = 1_000_000;

    /** No scripts, forms, styles or frames; pictures only from within the mail, so that nothing is fetched by reading. */
    private static final Safelist SAFE = Safelist.relaxed()
            .removeProtocols("img", "src", "http", "https")
            .addProtocols("img", "src", "cid")
            .removeProtocols("a", "href", "ftp")
            .addProtocols("a", "href", "tel")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "table",
            "tr",
            "ul",
            "ol",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "hr",
            "center",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "dl",
            "dt",
            "dd",
            "form",
            "fieldset");
    private static final Set<String> HIDDEN = Set.of("head", "style", "script", "title", "template", "noscript");

    private HtmlMail() {}

    /** Safe to put into a page. */
    static String clean(String html) {
        var settings = new Document.OutputSettings().prettyPrint(false);
        return new Cleaner(SAFE)
                .clean(parse(html))
                .outputSettings(settings)
                .body()
                .html();
    }

    static String text(String html) {
        var writer = new Writer();
        NodeTraversor.traverse(writer, parse(html).body());
        return writer.text();
    }

    private static Document parse(String html) {
        return Jsoup.parse(html.substring(0, Math.min(html.length(), LONGEST)));
    }

    private static final class Writer implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int quotes;
        private int hidden;
        private int preformatted;
        private int blanks = 1;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                open(element);
            } else if (node instanceof TextNode textNode && hidden == 0) {
                write(textNode);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            var name = element.normalName();
            if (name.equals("a")) {
                target(element);
            } else if (name.equals("td") || name.equals("th")) {
                line.append(' ');
            } else if (BLOCKS.contains(name)) {
                breakLine();
            } else if (name.equals("blockquote")) {
                breakLine();
                quotes--;
            }
            hidden -= HIDDEN.contains(name) ? 1 : 0;
            preformatted -= name.equals("pre") ? 1 : 0;
            if (name.equals("p")) {
                blankLine();
            }
        }

        private void open(Element element) {
            var name = element.normalName();
            hidden += HIDDEN.contains(name) ? 1 : 0;
            preformatted += name.equals("pre") ? 1 : 0;
            if (name.equals("br")) {
                endLine();
            } else if (name.equals("blockquote")) {
                breakLine();
                quotes++;
            } else if (BLOCKS.contains(name)) {
                breakLine();
                line.append(name.equals("li") ? "- " : "");
            }
        }

        private void write(TextNode node) {
            if (preformatted > 0) {
                var lines = node.getWholeText().split("\r?\n", -1);
                for (int i = 0; i < lines.length; i++) {
                    line.append(lines[i]);
                    if (i < lines.length - 1) {
                        endLine();
                    }
                }
                return;
            }
            var text = node.getWholeText().replaceAll("[\\s\u00a0]+", " ");
            line.append(line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? text.stripLeading() : text);
        }

        /** An address hidden behind other words is shown, so that the reader sees where a link leads. */
        private void target(Element link) {
            var href = link.attr("href").strip();
            var shown = link.text().strip();
            if (hidden == 0 && href.matches("(?i)https?://.{1,500}") && !href.contains(shown) && !shown.isEmpty()) {
                line.append(" (").append(href).append(')');
            }
        }

        private void breakLine() {
            if (!line.toString().isBlank()) {
                endLine();
            }
            line.setLength(0);
        }

        private void blankLine() {
            if (blanks == 0) {
                endLine();
            }
        }

        private void endLine() {
            var text = line.toString().stripTrailing();
            line.setLength(0);
            blanks = text.isEmpty() ? blanks + 1 : 0;
            if (blanks > 2) {
                return;
            }
            out.append(quotes > 0 ? (">".repeat(quotes) + " " + text).stripTrailing() : text)
                    .append('\n');
        }

        String text() {
            breakLine();
            return out.toString().strip();
        }
    }
}
