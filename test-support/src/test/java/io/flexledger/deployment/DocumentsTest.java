package io.flexledger.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents name types, tests, files and variables: all of them are there. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT))`");
    private static final Pattern VARIABLE = Pattern.compile("\\bFLEXLEDGER_[A-Z_]+[A-Z]\\b");

    /** Files whose constants are codes somebody may meet. */
    private static final List<String> CODES =
            List.of("ProblemType.java", "RefusalCode.java", "FlexProblem.java", "Trouble.java");

    private static final Set<String> SOURCES = sources();

    static List<Path> documents() {
        return Stream.concat(
                        Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
                                .map(Checkout.ROOT::resolve),
                        Checkout.files("docs", ".md").stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksToWhatIsThere(Path document) {
        List<String> broken = LINK.matcher(Checkout.text(document))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !Files.exists(document.resolveSibling(target)))
                .toList();
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesTestsThatExist(Path document) {
        assertThat(names(CODE, Checkout.text(document))).isSubsetOf(SOURCES);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesVariablesThatSomethingReads(Path document) {
        Set<String> known = new TreeSet<>();
        Stream.of(".env.example", "docker-compose.yml", "ledger", "Dockerfile")
                .forEach(file -> known.addAll(names(VARIABLE, Checkout.text(file))));
        ServiceSettings.MODULES.forEach(module ->
                known.addAll(names(VARIABLE, Checkout.text(module + "/src/main/resources/application.properties"))));
        Stream.of("ledger-cli", "local-stack")
                .flatMap(module -> Checkout.files(module + "/src/main", ".java").stream())
                .forEach(source -> known.addAll(names(VARIABLE, Checkout.text(source))));
        assertThat(names(VARIABLE, Checkout.text(document))).isSubsetOf(known);
    }

    @Test
    void pinsEveryDecision() {
        List<Path> decisions = Checkout.files("docs/adr", ".md");
        assertThat(decisions).isNotEmpty().allSatisfy(decision -> {
            String text = Checkout.text(decision);
            assertThat(text).contains("Status: ", "## Context", "## Options", "## Decision", "## Consequences");
            assertThat(names(CODE, text.substring(text.indexOf("Pinned by")))).isNotEmpty();
        });
    }

    @Test
    void explainsEveryProblem() {
        Set<String> codes = new TreeSet<>();
        var modules = new ArrayList<>(ServiceSettings.MODULES);
        modules.add("shared-web");
        Pattern constant = Pattern.compile("(?m)^    ([A-Z][A-Z_0-9]+)\\(");
        for (String module : modules) {
            Checkout.files(module + "/src/main", ".java").stream()
                    .filter(file -> CODES.stream().anyMatch(file.toString()::endsWith))
                    .forEach(file -> constant.matcher(Checkout.text(file))
                            .results()
                            .forEach(found -> codes.add(slug(found.group(1)))));
        }
        Set<String> pages = Checkout.files("docs/problems", ".md").stream()
                .map(file -> file.getFileName().toString().replace(".md", ""))
                .filter(page -> !page.equals("README"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes).isNotEmpty();
        assertThat(pages).isEqualTo(codes);
        String index = Checkout.text("docs/problems/README.md");
        assertThat(pages).allSatisfy(page -> assertThat(index).contains("(" + page + ".md)"));
    }

    @Test
    void explainsEveryAccountOfTheLedger() {
        Pattern account = Pattern.compile("\"((?:Assets|Liabilities|Equity|Expenses|Income):[A-Za-z]+)");
        String glossary = Checkout.text("docs/glossary.md");
        Set<String> accounts = new TreeSet<>();
        Checkout.files("ledger-service/src/main", ".java")
                .forEach(source -> accounts.addAll(names(account, Checkout.text(source))));
        assertThat(accounts)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(glossary).contains("`" + name));
    }

    private static String slug(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text)
                .results()
                .forEach(found -> names.add(found.groupCount() == 0 ? found.group() : found.group(1)));
        return names;
    }

    private static Set<String> sources() {
        return Checkout.files(".", ".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }
}
