package io.flexledger.testing.statement.identity;

import io.flexledger.testing.statement.read.Statement;
import io.flexledger.testing.statement.read.StatementReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Checks every identity on every statement of a response, in order, each account for itself. For example
 * {@code assertThat(StatementIdentities.check(file)).isEmpty()}.
 */
public final class StatementIdentities {

    private StatementIdentities() {}

    public static List<Breach> check(Path file) {
        return examine(file).breaches();
    }

    public static List<Breach> check(byte[] xml) {
        return examine(new ByteArrayInputStream(xml)).breaches();
    }

    public static Examination examine(Path file) {
        try (InputStream xml = Files.newInputStream(file)) {
            return examine(xml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException if it is not well-formed */
    public static Examination examine(InputStream xml) {
        Findings findings = new Findings();
        Map<String, History> histories = new HashMap<>();
        try {
            StatementReader.read(xml, statement -> {
                History history = histories.computeIfAbsent(statement.accountId(), _ -> new History());
                check(statement, history, findings);
            });
        } catch (XMLStreamException malformed) {
            throw new IllegalArgumentException("not a statement: " + malformed.getMessage(), malformed);
        }
        return findings.examination();
    }

    private static void check(Statement statement, History history, Findings findings) {
        history.enter(statement);
        for (Identity identity : Identity.values()) {
            identity.check(statement, history, findings);
        }
        history.leave(statement);
    }
}
