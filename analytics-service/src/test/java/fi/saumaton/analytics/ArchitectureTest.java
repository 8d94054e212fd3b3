/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fi.saumaton.analytics");

    @Test
    void definitionsKnowNothingButJava() {
        classes()
                .that()
                .resideInAPackage("..metric..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "..analytics.metric..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCircles() {
        slices().matching("fi.saumaton.analytics.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theRecountDoesNotLookAtFacts() {
        noClasses()
                .that()
                .haveSimpleName("LogRecount")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..fact..")
                .check(CLASSES);
    }

    @Test
    void noServiceDependsOnAnother() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fi.saumaton.customer..", "fi.saumaton.routing..", "fi.saumaton.gateway..")
                .check(CLASSES);
    }
}
