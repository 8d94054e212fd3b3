/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.customer.matching.PairSearch;
import fi.saumaton.customer.matching.Person;

/**
 * Records of which some are of the same people: one file, or two to be linked with each other.
 *
 * @param second empty when there is one file only
 */
record Population(String name, List<Person> first, List<Person> second, Map<UUID, String> truth) {

    /** Every file of the directory; {@code Xa.csv} and {@code Xb.csv} make one population. */
    static List<Population> in(Path directory, Set<String> without) throws IOException {
        List<Path> files;
        try (var listed = Files.list(directory)) {
            files = listed.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        List<Population> all = new ArrayList<>();
        for (var file : files) {
            var name = name(file);
            var stem = name.substring(0, name.length() - 1);
            if (name.endsWith("b") && files.contains(file.resolveSibling(stem + "a.csv"))) {
                continue;
            }
            var other = file.resolveSibling(stem + "b.csv");
            boolean linked = name.endsWith("a") && files.contains(other);
            var read = FebrlFile.read(file, 1, without);
            all.add(linked ? of(stem, read, FebrlFile.read(other, 2, without)) : of(name, read));
        }
        return all;
    }

    private static Population of(String name, FebrlFile file) {
        return new Population(name, file.people(), List.of(), file.truth());
    }

    private static Population of(String name, FebrlFile first, FebrlFile second) {
        Map<UUID, String> truth = new HashMap<>(first.truth());
        truth.putAll(second.truth());
        return new Population(name, first.people(), second.people(), truth);
    }

    private static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ".csv".length());
    }

    boolean linked() {
        return !second.isEmpty();
    }

    List<Person> people() {
        List<Person> people = new ArrayList<>(first);
        people.addAll(second);
        return people;
    }

    PairSearch search() {
        return linked() ? PairSearch.between(first, second) : PairSearch.within(first);
    }

    boolean same(Person a, Person b) {
        return truth.get(a.id()).equals(truth.get(b.id()));
    }
}
