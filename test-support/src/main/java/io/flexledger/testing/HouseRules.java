package io.flexledger.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

/**
 * The architecture every service keeps: a pure core, adapters around it, nothing hidden.
 *
 * <p>A service's test is one method: {@code @TestFactory Stream<DynamicTest> houseRules() { return
 * HouseRules.of("io.flexledger.ledger"); }}. The core is every package below the service's own that is not an adapter.
 */
public final class HouseRules {

    private static final DescribedPredicate<JavaClass> CORE = resideInAPackage("io.flexledger.*.*..")
            .and(not(resideInAPackage("..adapter..")))
            .as("the core");

    private static final String VAGUE =
            ".*[.$](Abstract[A-Z]\\w*|\\w*(Manager|Helper|Utils?|Processor|Data|Info|Dto|Impl))";

    private static final Set<String> TIME_AND_CHANCE = Set.of(
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.UUID.randomUUID");

    private static final Pattern NOW =
            Pattern.compile("java\\.time\\.\\w+(\\.\\w+)?\\.now|java\\.time\\.Clock\\.system\\w*");

    /** By name, in the order they are reported. */
    static final Map<String, ArchRule> RULES = rules();

    private HouseRules() {}

    /** One test per rule, over all classes of this package and those below it, tests left out. */
    public static Stream<DynamicTest> of(String servicePackage) {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(servicePackage);
        if (service.isEmpty()) {
            throw new IllegalArgumentException("no classes in " + servicePackage);
        }
        return RULES.entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(service)));
    }

    private static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("core_is_pure", coreIsPure());
        rules.put("core_is_deterministic", coreIsDeterministic());
        rules.put("core_ignores_adapters", coreIgnoresAdapters());
        rules.put("adapters_ignore_each_other", adaptersIgnoreEachOther());
        rules.put("packages_have_no_cycles", packagesHaveNoCycles());
        rules.put("money_is_exact", moneyIsExact());
        rules.put("beans_take_constructors", beansTakeConstructors());
        rules.put("packages_are_null_marked", packagesAreNullMarked());
        rules.put("names_say_what_it_is", namesSayWhatItIs());
        rules.replaceAll((name, rule) -> rule.allowEmptyShould(true)); // a young service has no core yet
        return rules;
    }

    private static ArchRule coreIsPure() {
        // The annotations that read a small XML envelope are values, not I/O.
        return noClasses()
                .that(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "io.quarkus..",
                                "io.smallrye..",
                                "io.vertx..",
                                "jakarta..",
                                "org.eclipse.microprofile..",
                                "org.hibernate..",
                                "org.apache.kafka..",
                                "java.sql..",
                                "javax.sql..",
                                "java.net..",
                                "java.nio.file..")
                        .and(not(resideInAPackage("jakarta.xml.bind.."))))
                .because("a rule about money needs no framework and no I/O");
    }

    private static ArchRule coreIsDeterministic() {
        return noClasses()
                .that(CORE)
                .should()
                .callMethodWhere(readsTimeOrChance())
                .orShould()
                .dependOnClassesThat(resideInAPackage("java.util.random.."))
                .orShould()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "make random numbers",
                        type -> type.getName().equals("java.util.Random")
                                || type.getName().equals("java.security.SecureRandom")
                                || type.getName().equals("java.util.concurrent.ThreadLocalRandom")))
                .because("time and identity are arguments");
    }

    private static DescribedPredicate<JavaCall<?>> readsTimeOrChance() {
        return DescribedPredicate.describe("reads the clock or chance", call -> {
            String method =
                    call.getTargetOwner().getName() + "." + call.getTarget().getName();
            return TIME_AND_CHANCE.contains(method) || NOW.matcher(method).matches();
        });
    }

    private static ArchRule coreIgnoresAdapters() {
        return noClasses().that(CORE).should().dependOnClassesThat(resideInAPackage("..adapter.."));
    }

    private static ArchRule adaptersIgnoreEachOther() {
        return slices().matching("..adapter.(*)..").should().notDependOnEachOther();
    }

    private static ArchRule packagesHaveNoCycles() {
        return slices().matching("io.flexledger.(**)").should().beFreeOfCycles();
    }

    private static ArchRule moneyIsExact() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(CORE)
                .should()
                .haveRawType(DescribedPredicate.describe(
                        "binary floating point",
                        type -> type.isEquivalentTo(double.class)
                                || type.isEquivalentTo(float.class)
                                || type.isEquivalentTo(Double.class)
                                || type.isEquivalentTo(Float.class)));
    }

    private static ArchRule beansTakeConstructors() {
        return fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("a constructor shows what a bean needs, and a test can call it");
    }

    private static ArchRule packagesAreNullMarked() {
        return classes().should(new ArchCondition<JavaClass>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, "%s is not in a @NullMarked package".formatted(type.getName())));
                }
            }
        });
    }

    private static ArchRule namesSayWhatItIs() {
        return noClasses().should().haveNameMatching(VAGUE).because("a name says what it is, not that it is something");
    }
}
