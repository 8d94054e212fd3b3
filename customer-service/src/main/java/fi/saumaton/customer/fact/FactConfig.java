/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import fi.saumaton.customer.fact.text.CompanyFile;
import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.customer.fact.text.Yaml;

/** How facts are picked up. */
@ConfigMapping(prefix = "customer.facts")
interface FactConfig {
    /** The company's own file of kinds, numbers and products; the one that comes with the service without it. */
    Optional<String> companyFile();

    /** The company's time zone: which day "tomorrow" is. */
    @WithDefault("Europe/Helsinki")
    ZoneId timeZone();

    /** ISO 3166 code of the country whose telephone numbers people write without a country code. */
    @WithDefault("FI")
    String region();

    /** Makes the reader of the configured company. */
    class Rules {
        @Produces
        @Singleton
        CompanyFile company(FactConfig config) {
            return new CompanyFile(config.companyFile()
                    .map(file -> file(Path.of(file)))
                    .orElseGet(() -> Yaml.resource("/facts/company.yaml")));
        }

        @Produces
        @Singleton
        FactReader reader(CompanyFile company, FactConfig config) {
            return new FactReader(company, config.region());
        }

        private static Map<String, Object> file(Path path) {
            try (var file = Files.newInputStream(path)) {
                return Yaml.read(file);
            } catch (IOException e) {
                throw new UncheckedIOException("customer.facts.company-file can't be read", e);
            }
        }
    }
}
