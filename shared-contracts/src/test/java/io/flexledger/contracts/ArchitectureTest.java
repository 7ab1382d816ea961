package io.flexledger.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CONTRACTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.flexledger.contracts");

    @Test
    void dependsOnJacksonAndJSpecifyOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson..", "org.jspecify..", "io.flexledger.contracts..")
                .check(CONTRACTS);
    }

    @Test
    void everyPackageIsNullMarked() {
        var packages = CONTRACTS.getPackage("io.flexledger.contracts").getSubpackagesInTree().stream()
                .filter(part -> !part.getClasses().isEmpty())
                .toList();

        assertThat(packages).hasSize(8);
        assertThat(packages).allMatch(part -> part.isAnnotatedWith(NullMarked.class));
        assertThat(CONTRACTS.getPackage("io.flexledger.contracts").isAnnotatedWith(NullMarked.class))
                .isTrue();
    }

    @Test
    void moneyIsExact() {
        fields().should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .check(CONTRACTS);
    }

    @Test
    void readsNoClockAndDrawsNoIdentity() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(CONTRACTS);
    }
}
