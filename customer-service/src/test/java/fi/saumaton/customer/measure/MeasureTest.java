/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fi.saumaton.customer.matching.Field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MeasureTest {
    private static final String HEADER = "rec_id, given_name, surname, address_1, date_of_birth, soc_sec_id\n";
    private static final String MIKKO = "rec-0-org, mikko, mallikas, pitkakatu, 19800304, 5729082\n";
    private static final String MIKKO_AGAIN = "rec-0-dup-0, mallikas, mikko, pitkaktu, 19800304, 5729028\n";
    private static final String JENNI = "rec-1-org, jenni, mallikas, pitkakatu, 19821123, 1234567\n";

    @TempDir
    private Path directory;

    @Test
    void aFileIsOnePopulation() throws IOException {
        write("one.csv", HEADER + MIKKO + JENNI + MIKKO_AGAIN);

        var figures = Measure.measure(only(Set.of()), false);

        assertEquals(1, figures.truePairs());
        assertEquals(1, figures.foundPairs());
        assertEquals(1.0, figures.f1());
        var json = figures.json(false);
        assertTrue(
                json.startsWith("{\"population\":\"one\",\"records\":3,\"truePairs\":1,\"precision\":1.00000,"), json);
        assertTrue(json.contains("\"automaticPrecision\":1.00000"), json);
    }

    @Test
    void twoFilesAreLinkedWithEachOther() throws IOException {
        write("foura.csv", HEADER + MIKKO + JENNI);
        write("fourb.csv", HEADER + MIKKO_AGAIN + MIKKO_AGAIN.replace("dup-0", "dup-1"));

        var population = only(Set.of());
        var figures = Measure.measure(population, true);

        assertEquals("four", population.name());
        assertEquals(2, figures.truePairs(), "pairs within one of the files are not counted");
        assertEquals(2, figures.rightPairs());
        assertEquals(2, figures.foundPairs());
    }

    @Test
    void aColumnCanBeWithheld() throws IOException {
        write("one.csv", "rec_id, soc_sec_id\nrec-0-org, 5729082\nrec-0-dup-0, 5729082\n");

        assertEquals(1.0, Measure.measure(only(Set.of()), false).recall());
        var figures = Measure.measure(only(Set.of("soc_sec_id")), false);
        assertEquals(0, figures.candidatePairs());
        assertEquals(0.0, figures.recall());
        assertEquals(1.0, figures.precision(), "nothing found is nothing wrong");
    }

    @Test
    void theTruthIsCountedNotAssumed() throws IOException {
        // Two records of one person according to their ids, which nothing else in them supports, and a wrong pair.
        write("one.csv", HEADER + MIKKO + JENNI.replace("rec-1-org", "rec-0-dup-0") + MIKKO.replace("rec-0", "rec-1"));

        var figures = Measure.measure(only(Set.of()), false);

        assertEquals(0.0, figures.precision());
        assertEquals(0.0, figures.recall());
        assertTrue(figures.json(false).contains("\"automaticPrecision\":0.00000"));
    }

    @Test
    void quotedValuesMayHoldCommas() throws IOException {
        write("one.csv", HEADER + "rec-0-org, mikko, \"mallikas, nuorempi\", pitkakatu, 19800304, 5729082\n");

        assertEquals("mallikas nuorempi", only(Set.of()).first().getFirst().get(Field.FAMILY_NAME));
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        write("one.csv", "name\nmikko\n");

        var refused = assertThrows(IOException.class, () -> Population.in(directory, Set.of()));
        assertTrue(refused.getMessage().endsWith("is no FEBRL file: its first line names no column rec_id"));
    }

    private Population only(Set<String> without) throws IOException {
        var populations = Population.in(directory, without);
        assertEquals(1, populations.size());
        return populations.getFirst();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }
}
