/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import fi.saumaton.kit.tx.Transactions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** What keeps the service easy to change. */
class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fi.saumaton.customer");

    @Test
    void featuresFormNoCycles() {
        slices().matching("fi.saumaton.customer.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void featuresKnowOnlyThoseBelowThem() {
        below("audit", "consent", "erasure", "identity", "fact", "timeline", "issue", "contact", "profile");
        below(
                "consent",
                "identity",
                "fact",
                "timeline",
                "issue",
                "picture",
                "suggestion",
                "journey",
                "contact",
                "profile");
        below("erasure", "identity", "fact", "person", "candidate", "timeline", "issue", "contact", "profile");
        below(
                "matching",
                "identity",
                "fact",
                "person",
                "candidate",
                "timeline",
                "issue",
                "contact",
                "profile",
                "measure");
        below("identity", "fact", "person", "candidate", "timeline", "issue", "contact", "profile");
        below("fact", "person", "candidate", "timeline", "issue", "contact", "profile");
        below("person", "candidate", "timeline", "issue", "contact", "profile");
        below("candidate", "timeline", "issue", "contact", "profile");
        below("timeline", "issue", "contact", "profile");
        below("issue", "picture", "suggestion", "journey", "contact", "profile");
        below("picture", "suggestion", "journey", "contact", "profile");
        below("suggestion", "journey", "contact", "profile");
        below("journey", "suggestion", "contact", "profile");
        below("contact", "profile");
        below("profile", "contact");
        for (var feature : List.of(
                "audit",
                "consent",
                "erasure",
                "matching",
                "identity",
                "fact",
                "person",
                "candidate",
                "timeline",
                "issue",
                "picture",
                "suggestion",
                "journey",
                "contact",
                "profile")) {
            below(feature, "moving");
        }
    }

    @Test
    void rulesAndEventsAreFreeOfFrameworks() {
        noClasses()
                .that()
                .haveNameMatching(".*(Rule|Policy|Event)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta.persistence..", "io.smallrye..")
                .check(SERVICE);
    }

    @Test
    void matchingIsPure() {
        noClasses()
                .that()
                .resideInAnyPackage("fi.saumaton.customer.matching", "fi.saumaton.customer.measure")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "fi.saumaton.customer.matching", "fi.saumaton.customer.measure")
                .check(SERVICE);
    }

    @Test
    void textsAreReadWithoutFrameworks() {
        noClasses()
                .that()
                .resideInAPackage("fi.saumaton.customer.fact.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..", "fi.saumaton.kit..")
                .check(SERVICE);
    }

    @Test
    void onlyServicesCarryTransactions() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Service")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Transactions.class)
                .check(SERVICE);
    }

    private static void below(String feature, String... above) {
        for (var other : above) {
            noClasses()
                    .that()
                    .resideInAPackage("fi.saumaton.customer." + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("fi.saumaton.customer." + other + "..")
                    .check(SERVICE);
        }
    }
}
