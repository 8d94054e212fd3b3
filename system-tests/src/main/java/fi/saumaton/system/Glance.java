/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system;

import java.nio.file.Path;

import fi.saumaton.system.bench.GlanceMeasurements;

/**
 * {@code ./dev measure glance [CUSTOMERS]}: a JSON line for each figure of opening a customer's profile on standard
 * output and a table behind them. Progress goes to standard error. A million customers take some minutes to fill in, and
 * 8 GB of disk.
 */
public final class Glance {

    private Glance() {}

    public static void main(String[] arguments) throws Exception {
        var root = Path.of(System.getProperty("saumaton.root", ".")).toAbsolutePath();
        GlanceMeasurements.take(root, arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]));
    }
}
