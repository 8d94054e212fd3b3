/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

/** IPv4 addresses in blocks. */
final class Addresses {
    private Addresses() {}

    static boolean inside(String block, String address) {
        var parts = block.split("/");
        int bits = 32 - Integer.parseInt(parts[1]);
        return number(parts[0]) >>> bits == number(address) >>> bits;
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }
}
