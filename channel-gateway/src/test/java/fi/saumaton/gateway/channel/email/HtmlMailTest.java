/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HtmlMailTest {
    @Test
    void becomesReadableText() {
        var html = """
                <html><head><title>t</title><style>p {color: red}</style></head><body>
                <p>Hei&nbsp;Support,</p><p>onko   tämä<br>öljy <b>sopiva</b>?</p>
                <ul><li>yksi</li><li>kaksi</li></ul><table><tr><td>a</td><td>b</td></tr></table>
                <a href="https://shop.test/x">kuva</a> <a href="https://shop.test/y">https://shop.test/y</a>
                <blockquote><div>vanha</div><blockquote>vanhempi</blockquote></blockquote>
                <script>alert(1)</script></body></html>""";

        assertEquals("""
                Hei Support,

                onko tämä
                öljy sopiva?

                - yksi
                - kaksi
                a b
                kuva (https://shop.test/x) https://shop.test/y
                > vanha
                >> vanhempi""", HtmlMail.text(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>x</a>",
                        "<iframe src='//evil.test'></iframe>",
                "<form action='//evil.test'><input></form>", "<style>@import '//evil.test'</style>",
                        "<svg onload=alert(1)>", "<p style='background:url(//evil.test)'>x",
                "<img src='https://evil.test/pixel.gif'>", "<meta http-equiv=refresh content='0;url=//evil.test'>",
                        "<base href='//evil.test'>"
            })
    void cleaningLeavesNothingThatRunsOrFetches(String html) {
        var clean = HtmlMail.clean(html);

        assertFalse(
                clean.matches("(?is).*(script|onerror|onload|iframe|form|evil\\.test|style|alert|<svg|<meta|<base).*"),
                clean);
    }

    @Test
    void cleaningKeepsStructurePicturesOfTheMailAndMarkedLinks() {
        var clean = HtmlMail.clean("<p>Hei <b>te</b></p><img src='cid:logo'><a href='https://shop.test/'>s</a>");

        assertTrue(clean.contains("<p>Hei <b>te</b></p>"), clean);
        assertTrue(clean.contains("src=\"cid:logo\""), clean);
        assertTrue(clean.contains("rel=\"noopener noreferrer nofollow\""), clean);
    }
}
