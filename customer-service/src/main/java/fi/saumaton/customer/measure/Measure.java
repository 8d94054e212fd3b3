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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import fi.saumaton.customer.matching.Frequencies;
import fi.saumaton.customer.matching.Scorer;
import fi.saumaton.customer.matching.Thresholds;
import fi.saumaton.customer.matching.Training;
import fi.saumaton.customer.matching.Weights;

/**
 * {@code identity DIR [--without COLUMN[,COLUMN]] [--train]}: resolves the people of every FEBRL file in a directory, and
 * prints a line of figures for each. One set of parameters for all; with {@code --train} each population teaches its own.
 */
public final class Measure {
    private static final String USAGE = "measure identity DIR [--without COLUMN[,COLUMN…]] [--train]";

    private Measure() {}

    private record Wish(Path directory, Set<String> without, boolean train) {}

    public static void main(String[] args) {
        try {
            var wish = wish(args);
            var populations = Population.in(wish.directory(), wish.without());
            if (populations.isEmpty()) {
                throw new IOException(wish.directory() + " holds no .csv file");
            }
            populations.forEach(population ->
                    System.out.println(measure(population, wish.train()).json(wish.train())));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
            System.exit(2);
        }
    }

    private static Wish wish(String[] args) {
        Set<String> without = new HashSet<>();
        List<String> names = new ArrayList<>();
        boolean train = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--train" -> train = true;
                case "--without" -> {
                    if (++i == args.length) {
                        throw new IllegalArgumentException("--without what?");
                    }
                    without.addAll(List.of(args[i].split(",")));
                }
                default -> names.add(args[i]);
            }
        }
        if (names.size() != 2 || !names.getFirst().equals("identity")) {
            throw new IllegalArgumentException("What is to be measured, and where?");
        }
        var directory = Path.of(names.getLast());
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory + " is no directory");
        }
        return new Wish(directory, without, train);
    }

    static Figures measure(Population population, boolean train) {
        long start = System.nanoTime();
        var thresholds = Thresholds.defaults();
        var people = population.people();
        var weights = train ? new Training(people, Weights.defaults()).learn() : Weights.defaults();
        var search = population.search();
        var pairs = search.pairs();
        var scorer = new Scorer(weights, Frequencies.count(people), people.size());
        var candidates = search.candidates(pairs, scorer, thresholds.confirm());
        double seconds = (System.nanoTime() - start) / 1e9;
        return Figures.of(population, candidates, pairs.size(), thresholds, seconds);
    }
}
