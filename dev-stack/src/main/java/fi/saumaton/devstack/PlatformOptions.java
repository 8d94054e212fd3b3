/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import fi.saumaton.devstack.process.StartCache;

/** What a {@link PlatformBuilder} was told. */
record PlatformOptions(
        Path project,
        Path base,
        Ports ports,
        boolean fsync,
        boolean production,
        boolean keepInfrastructure,
        StartCache.Policy caching,
        Set<String> parts,
        Map<String, Map<String, String>> settings,
        Progress progress) {}
