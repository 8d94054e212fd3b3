/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.shop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShopTest {
    @TempDir
    Path keys;

    private ShopPage page;

    @BeforeEach
    void page() throws Exception {
        ShopKeys.makeOnce(keys);
        page = new ShopPage("http://gateway.test", new ShopTokens(ShopKeys.privateKey(keys)));
    }

    @Test
    void anAnonymousVisitorGetsTheWidgetWithoutAToken() {
        var html = page.html(Map.of(), ShopLanguage.FI);
        assertTrue(html.contains("src=\"http://gateway.test/widget.js\" data-channel=\"webchat:shop\""), html);
        assertFalse(html.contains("data-token"), html);
    }

    @Test
    void mikkoGetsATokenThatTheRegisteredKeyProves() throws Exception {
        var words = tokenOn(page.html(Map.of("as", "mikko"), ShopLanguage.FI)).split("\\.");
        var claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(words[1]));
        assertEquals("C-1001", claims.get("sub").asText());
        assertEquals("mikko@example.test", claims.get("email").asText());
        assertEquals("webchat:shop", claims.get("aud").asText());
        var life = claims.get("exp").asLong() - Instant.now().getEpochSecond();
        assertTrue(life > 500 && life <= 600, "lives for " + life + " s");

        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(ShopKeys.publicKey(keys))));
        var check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update((words[0] + "." + words[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(check.verify(Base64.getUrlDecoder().decode(words[2])));
    }

    @Test
    void theKeyStaysTheSameFromStartToStart() throws Exception {
        var before = ShopKeys.publicKey(keys);
        ShopKeys.makeOnce(keys);
        assertEquals(before, ShopKeys.publicKey(keys));
    }

    @Test
    void aNameIsShownAsText() {
        var html = page.html(Map.of("as", "x", "name", "<b>X</b>"), ShopLanguage.FI);
        assertTrue(html.contains("Hei, &lt;b&gt;X&lt;/b&gt;!"), html);
    }

    @Test
    void thePageSpeaksTheReadersLanguage() {
        assertEquals(ShopLanguage.SV, ShopLanguage.of("sv", "en"));
        assertEquals(ShopLanguage.EN, ShopLanguage.of(null, "de-DE, en-GB;q=0.8, fi;q=0.5"));
        assertEquals(ShopLanguage.FI, ShopLanguage.of("<b>", null));
        for (var language : ShopLanguage.values()) {
            var html = page.html(Map.of(), language);
            assertTrue(html.contains("data-lang=\"" + language.code() + "\""), html);
            assertFalse(html.contains("{price}") || html.contains("{note}") || html.contains("{product}"), html);
            assertEquals(ShopLanguage.FI.texts().keySet(), language.texts().keySet());
        }
    }

    private static String tokenOn(String html) {
        var found = Pattern.compile("data-token=\"([^\"]+)\"").matcher(html);
        assertTrue(found.find(), html);
        return found.group(1);
    }
}
