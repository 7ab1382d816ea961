package io.flexledger.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableWriterTest {

    private static final Table TABLE = Table.of("day")
            .figure("nav")
            .text("note")
            .row("2025-07-17", "79,754.81", "")
            .row("2025-07-18", "9.5", "a \"quoted\", odd | note")
            .build();

    @Test
    void tableAlignsFiguresAtTheirEndAndTrailsNoBlanks() {
        assertThat(TableWriter.write(TABLE, Format.TABLE)).isEqualTo("""
                DAY               NAV  NOTE
                2025-07-17  79,754.81
                2025-07-18        9.5  a "quoted", odd | note
                """);
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        assertThat(TableWriter.write(TABLE, Format.CSV)).isEqualTo("""
                day,nav,note
                2025-07-17,"79,754.81",
                2025-07-18,9.5,"a ""quoted"", odd | note"
                """);
    }

    @Test
    void markdownKeepsABarInACell() {
        assertThat(TableWriter.write(TABLE, Format.MD)).isEqualTo("""
                | day        |       nav | note                    |
                |:-----------|----------:|:------------------------|
                | 2025-07-17 | 79,754.81 |                         |
                | 2025-07-18 |       9.5 | a "quoted", odd \\| note |
                """);
    }

    @Test
    void jsonIsAListOfObjects() {
        assertThat(TableWriter.write(Table.of("a", "b").row("1", "x").build(), Format.JSON))
                .isEqualTo("""
                [ {
                  "a" : "1",
                  "b" : "x"
                } ]
                """);
    }

    @Test
    void tableWithoutRowsIsItsHeader() {
        assertThat(TableWriter.write(Table.of("a", "b").build(), Format.TABLE)).isEqualTo("A  B\n");
    }

    @Test
    void rowOfAnotherWidthIsABug() {
        assertThatThrownBy(() -> Table.of("a", "b").row("1").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 cells under 2 columns");
    }
}
