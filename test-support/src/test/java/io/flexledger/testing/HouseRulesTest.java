package io.flexledger.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("io.flexledger.broken");
    private static final JavaClasses SOUND = new ClassFileImporter().importPackages("io.flexledger.sound");

    static Stream<Arguments> offences() {
        return Stream.of(
                arguments("core_is_pure", List.of("ReadsFile", "HasInjectedField")),
                arguments("core_is_deterministic", List.of("ReadsClock", "RollsDice")),
                arguments("core_ignores_adapters", List.of("KnowsTable")),
                arguments("adapters_ignore_each_other", List.of("db.Table")),
                arguments("packages_have_no_cycles", List.of("left.Left", "right.Right")),
                arguments("money_is_exact", List.of("RoundsMoney")),
                arguments("beans_take_constructors", List.of("HasInjectedField")),
                arguments("packages_are_null_marked", List.of("Unmarked")),
                arguments("names_say_what_it_is", List.of("TradeManager")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offences")
    void findsTheOffenderAndNobodyElse(String rule, List<String> offenders) {
        String report = rule(rule).evaluate(BROKEN).getFailureReport().toString();

        assertThat(report).contains(offenders);
        assertThat(OFFENDERS.stream().filter(name -> !offenders.contains(name))).noneMatch(report::contains);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offences")
    void acceptsASoundService(String rule) {
        assertThat(rule(rule).evaluate(SOUND).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void everyRuleIsTried() {
        assertThat(offences().map(offence -> offence.get()[0]))
                .containsExactlyInAnyOrderElementsOf(HouseRules.RULES.keySet());
    }

    @Test
    void aPackageWithoutClassesIsAMistake() {
        assertThatThrownBy(() -> HouseRules.of("io.flexledger.absent"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no classes in io.flexledger.absent");
    }

    private static final List<String> OFFENDERS = List.of(
            "ReadsFile",
            "ReadsClock",
            "RollsDice",
            "KnowsTable",
            "RoundsMoney",
            "TradeManager",
            "HasInjectedField",
            "left.Left",
            "Unmarked");

    private static ArchRule rule(String name) {
        return Objects.requireNonNull(HouseRules.RULES.get(name));
    }
}
