package io.flexledger.contracts.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of this module's records, read from their sources: a schema describes with the words of the code. */
final class Javadocs {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> components = new HashMap<>();

    /** Parses every source file of the module. */
    static Javadocs read() {
        var javadocs = new Javadocs();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(SOURCES)) {
            var units = files.getJavaFileObjectsFromPaths(
                    sources.filter(file -> file.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            var reader = javadocs.new Reader(DocTrees.instance(task));
            task.parse().forEach(unit -> reader.scan(unit, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return javadocs;
    }

    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(types.get(type.getCanonicalName()));
    }

    Optional<String> of(Class<?> type, String component) {
        return Optional.ofNullable(components.get(type.getCanonicalName() + "#" + component));
    }

    private final class Reader extends TreePathScanner<@Nullable Object, @Nullable Object> {

        private final DocTrees trees;
        private final Deque<String> enclosing = new ArrayDeque<>();

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Object visitClass(ClassTree type, @Nullable Object nothing) {
            enclosing.addLast(type.getSimpleName().toString());
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                take(name(), comment);
            }
            super.visitClass(type, nothing);
            enclosing.removeLast();
            return null;
        }

        /** An enum's constants are told of like components. */
        @Override
        public @Nullable Object visitVariable(VariableTree variable, @Nullable Object nothing) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                components.put(name() + "#" + variable.getName(), text(comment.getFullBody()));
            }
            return super.visitVariable(variable, nothing);
        }

        private String name() {
            return getCurrentPath().getCompilationUnit().getPackageName() + "." + String.join(".", enclosing);
        }

        private void take(String type, DocCommentTree comment) {
            types.put(type, text(comment.getFullBody()));
            for (var tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param) {
                    components.put(type + "#" + param.getName().getName(), text(param.getDescription()));
                }
            }
        }
    }

    private static String text(List<? extends DocTree> body) {
        return body.stream()
                .map(Javadocs::text)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(DocTree part) {
        return switch (part) {
            case TextTree text -> text.getBody();
            case LiteralTree literal -> literal.getBody().getBody();
            case LinkTree link -> link.getReference().getSignature().replaceFirst("^#", "");
            case StartElementTree _ -> " ";
            default -> "";
        };
    }
}
