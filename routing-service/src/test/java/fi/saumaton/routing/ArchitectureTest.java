/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import fi.saumaton.kit.tx.Transactions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fi.saumaton.routing");

    @Test
    void theEngineKnowsNothingButJava() {
        classes()
                .that()
                .resideInAPackage("..engine..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "fi.saumaton.routing.engine..")
                .check(CLASSES);
    }

    @Test
    void theEngineAsksNeitherClockNorChance() {
        noClasses()
                .that()
                .resideInAPackage("..engine..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void featuresFormNoCycles() {
        slices().matching("fi.saumaton.routing.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyServicesHaveTransactions() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Service")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Transactions.class)
                .check(CLASSES);
    }

    @Test
    void noServiceIsKnownHere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fi.saumaton.customer..", "fi.saumaton.gateway..", "fi.saumaton.analytics..")
                .check(CLASSES);
    }
}
