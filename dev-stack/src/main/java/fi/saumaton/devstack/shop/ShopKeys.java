/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The shop's signing key, made at its first start: the private half stays in its folder, the gateway gets the other. */
final class ShopKeys {
    private static final String ALGORITHM = "Ed25519";

    private ShopKeys() {}

    static void makeOnce(Path folder) throws IOException {
        if (Files.exists(publicFile(folder))) {
            return;
        }
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createDirectories(folder);
            Files.writeString(privateFile(folder), encoded(pair.getPrivate().getEncoded()));
            Files.writeString(publicFile(folder), encoded(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base64 of the public key's X.509 form. */
    static String publicKey(Path folder) throws IOException {
        return Files.readString(publicFile(folder));
    }

    static PrivateKey privateKey(Path folder) throws IOException {
        try {
            var bytes = Base64.getDecoder().decode(Files.readString(privateFile(folder)));
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static Path privateFile(Path folder) {
        return folder.resolve("private-key");
    }

    private static Path publicFile(Path folder) {
        return folder.resolve("public-key");
    }
}
