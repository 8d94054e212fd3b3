/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the files of words: plain maps of text, nothing that could make objects. */
public final class Yaml {
    private Yaml() {}

    public static Map<String, Object> read(InputStream file) {
        return map(new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(file), "the file");
    }

    /** A file among the service's own resources. */
    public static Map<String, Object> resource(String path) {
        try (var file = Yaml.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("There is no resource " + path);
            }
            return read(file);
        } catch (IOException e) {
            throw new IllegalStateException("Can't read " + path, e);
        }
    }

    static Map<String, Object> map(Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + " must be a map");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, entry) -> copy.put(key.toString(), entry));
        return copy;
    }
}
