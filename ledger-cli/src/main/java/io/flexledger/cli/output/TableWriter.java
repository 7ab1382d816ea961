package io.flexledger.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexledger.cli.output.Table.Column;
import io.flexledger.contracts.ContractJson;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table in each of the formats. */
public final class TableWriter {

    private static final String GAP = "  ";

    private TableWriter() {}

    /** Ends with a line feed. */
    public static String write(Table table, Format format) {
        return switch (format) {
            case TABLE -> text(table);
            case JSON -> json(objects(table));
            case CSV -> csv(table);
            case MD -> markdown(escaped(table));
        };
    }

    /** JSON is what a service answered, whole; any other format is the table made of it. */
    public static String write(JsonNode answer, Table table, Format format) {
        return format == Format.JSON ? json(answer) : write(table, format);
    }

    /** Indented, one value per line. */
    public static String json(JsonNode node) {
        try {
            return ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArrayNode objects(Table table) {
        ArrayNode array = ContractJson.MAPPER.createArrayNode();
        for (List<String> row : table.rows()) {
            ObjectNode object = array.addObject();
            for (int i = 0; i < row.size(); i++) {
                object.put(table.columns().get(i).name(), row.get(i));
            }
        }
        return array;
    }

    private static String text(Table table) {
        List<Integer> widths = widths(table);
        StringBuilder text = new StringBuilder();
        line(text, table, widths, header(table, true));
        table.rows().forEach(row -> line(text, table, widths, row));
        return text.toString();
    }

    private static void line(StringBuilder text, Table table, List<Integer> widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(padded(table.columns().get(i), cells.get(i), widths.get(i)));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    /** A bar or a line feed would end the cell. */
    private static Table escaped(Table table) {
        List<List<String>> rows = table.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                        .toList())
                .toList();
        return new Table(table.columns(), rows);
    }

    private static String markdown(Table table) {
        List<Integer> widths = widths(table);
        StringBuilder text = new StringBuilder();
        markdownLine(text, table, widths, header(table, false));
        text.append('|');
        for (int i = 0; i < widths.size(); i++) {
            boolean right = table.columns().get(i).right();
            text.append(right ? "-" : ":").append("-".repeat(widths.get(i))).append(right ? ":|" : "-|");
        }
        text.append('\n');
        table.rows().forEach(row -> markdownLine(text, table, widths, row));
        return text.toString();
    }

    private static void markdownLine(StringBuilder text, Table table, List<Integer> widths, List<String> cells) {
        text.append('|');
        for (int i = 0; i < cells.size(); i++) {
            text.append(' ')
                    .append(padded(table.columns().get(i), cells.get(i), widths.get(i)))
                    .append(" |");
        }
        text.append('\n');
    }

    /** RFC 4180, with line feeds as line ends. */
    private static String csv(Table table) {
        StringBuilder text = new StringBuilder();
        List<List<String>> lines = new ArrayList<>();
        lines.add(header(table, false));
        lines.addAll(table.rows());
        for (List<String> line : lines) {
            text.append(line.stream().map(TableWriter::csvCell).collect(Collectors.joining(",")));
            text.append('\n');
        }
        return text.toString();
    }

    private static String csvCell(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static List<String> header(Table table, boolean upper) {
        return table.columns().stream()
                .map(Column::name)
                .map(name -> upper ? name.toUpperCase(java.util.Locale.ROOT) : name)
                .toList();
    }

    private static List<Integer> widths(Table table) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            int widest = table.rows().stream()
                    .mapToInt(row -> length(row.get(column)))
                    .max()
                    .orElse(0);
            widths.add(Math.max(widest, length(table.columns().get(i).name())));
        }
        return widths;
    }

    private static String padded(Column column, String cell, int width) {
        String padding = " ".repeat(Math.max(0, width - length(cell)));
        return column.right() ? padding + cell : cell + padding;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
