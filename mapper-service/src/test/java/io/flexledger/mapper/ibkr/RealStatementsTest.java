package io.flexledger.mapper.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.event.CanonicalEvent;
import io.flexledger.contracts.event.ReferenceEvent.RowAccount;
import io.flexledger.contracts.event.ReferenceEvent.StatementRead;
import io.flexledger.mapper.reading.Outcome;
import io.flexledger.mapper.reading.RawRecord;
import io.flexledger.mapper.version.StatedEvent;
import io.flexledger.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Statements of other people, read where they lie if they are there: none may be refused without a word, or lose a row. */
class RealStatementsTest {

    private static final String END = "</FlexStatement>";

    @TestFactory
    Stream<DynamicTest> everyFile() throws IOException {
        Path data = SharedData.require("data");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(data)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(data.relativize(file).toString(), () -> everyStatement(file)));
    }

    private static void everyStatement(Path file) throws IOException {
        for (byte[] bytes : statements(Files.readAllBytes(file))) {
            MappedStatement statement = MappedStatement.of(bytes, MappedStatement.SETTINGS);
            if (!statement.mapping().isReadable()) {
                assertThat(file.toString()).contains("malformed");
                continue;
            }
            addsUp(statement);
            statement.rows().forEach(row -> liesWhereItSays(bytes, row));
            statement.stated().forEach(RealStatementsTest::canBeReadAgain);
        }
    }

    private static void addsUp(MappedStatement statement) {
        RowAccount rows = statement.mapping().rows();
        assertThat(statement.rows()).hasSize(rows.total());
        assertThat(count(statement, Outcome.MAPPED)).isEqualTo(rows.mapped());
        assertThat(count(statement, Outcome.EVIDENCE)).isEqualTo(rows.evidence());
        assertThat(count(statement, Outcome.REJECTED)).isEqualTo(rows.rejected());
        assertThat(count(statement, Outcome.UNMAPPED)).isEqualTo(rows.unmapped());
        assertThat(statement.rejections()).hasSize(rows.rejected());
        assertThat(statement.events().getLast())
                .isInstanceOfSatisfying(
                        StatementRead.class, read -> assertThat(read.rows()).isEqualTo(rows));
        for (int i = 0; i < rows.total(); i++) {
            assertThat(statement.rows().get(i).ordinal()).isEqualTo(i + 1);
        }
    }

    private static long count(MappedStatement statement, Outcome outcome) {
        return statement.rows().stream().filter(row -> row.outcome() == outcome).count();
    }

    private static void liesWhereItSays(byte[] bytes, RawRecord row) {
        var text = new String(bytes, (int) row.byteOffset(), row.byteLength(), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo(row.xml()).startsWith("<" + row.element()).endsWith(">");
    }

    private static void canBeReadAgain(StatedEvent stated) {
        byte[] json = stated.json(false);
        assertThat(json).isEqualTo(ContractJson.write(stated.event()));
        assertThat(ContractJson.read(json, CanonicalEvent.class)).isEqualTo(stated.event());
    }

    /** The statements of a response, cut out as the ingestor does. */
    private static List<byte[]> statements(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<byte[]> statements = new ArrayList<>();
        int at = text.indexOf("<FlexStatement ");
        while (at >= 0) {
            int tagEnd = text.indexOf('>', at);
            boolean empty = tagEnd > 0 && text.charAt(tagEnd - 1) == '/';
            int close = text.indexOf(END, at);
            int end = empty ? tagEnd + 1 : close < 0 ? text.length() : close + END.length();
            statements.add(Arrays.copyOfRange(file, at, end));
            at = text.indexOf("<FlexStatement ", end);
        }
        return statements;
    }
}
