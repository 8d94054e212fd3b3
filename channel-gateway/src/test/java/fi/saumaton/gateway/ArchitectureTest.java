/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import fi.saumaton.kit.tx.Transactions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTest {
    private static final String ROOT = "fi.saumaton.gateway";
    private static final Set<String> MAIL_PACKAGES = Set.of("jakarta.mail", "org.eclipse.angus");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
    }

    @Test
    void featuresFormNoCycles() {
        slices().assignedFrom(eachPackage()).should().beFreeOfCycles().check(classes);
    }

    @Test
    void onlyTheMailChannelKnowsMail() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..channel.email..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("are a mail library's") {
                    @Override
                    public boolean test(JavaClass type) {
                        return MAIL_PACKAGES.stream().anyMatch(type.getPackageName()::startsWith);
                    }
                })
                .check(classes);
    }

    @Test
    void onlyServicesHaveTransactions() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Service")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Transactions.class)
                .check(classes);
    }

    @Test
    void theCoreKnowsNoChannelByName() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".channel",
                        ROOT + ".ingress",
                        ROOT + ".conversation",
                        ROOT + ".delivery",
                        ROOT + ".stream",
                        ROOT + ".assignment",
                        ROOT + ".customer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".channel.*..")
                .check(classes);
    }

    private static SliceAssignment eachPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "each package";
            }
        };
    }
}
