package io.flexledger.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.cli.Session;
import io.flexledger.cli.client.ServiceClient;
import io.flexledger.cli.output.TableWriter;
import io.flexledger.cli.stack.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a figure comes from. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Show what a figure is made of, down to the row of the statement.")
public final class TraceCommand implements Runnable {

    /** How the trace is written. */
    enum Form {
        TREE,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String INDENT = "  ";

    private final Session session;

    @Parameters(paramLabel = "FIGURE", description = "The id of a figure, as the reports give it.")
    private String figure = "";

    @Option(
            names = {"-o", "--output"},
            defaultValue = "tree",
            description = "tree or json (default: ${DEFAULT-VALUE}).")
    private Form form = Form.TREE;

    public TraceCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        JsonNode trace = fetch(StackAccess.of(session).client(Service.REPORT), figure);
        session.out()
                .print(
                        switch (form) {
                            case JSON -> TableWriter.json(trace);
                            case TREE -> tree(trace);
                        });
    }

    /** The slashes of an id are part of the path. */
    static JsonNode fetch(ServiceClient reports, String figure) {
        String id = URLEncoder.encode(figure, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        return reports.getJson("/api/trace/" + id, Map.of());
    }

    static String tree(JsonNode node) {
        StringBuilder text = new StringBuilder();
        lines(node, "", text);
        return text.toString();
    }

    private static void lines(JsonNode node, String indent, StringBuilder text) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (isEmpty(value) || (field.getKey().equals("attributes") && node.has("xml"))) {
                return; // the row itself shows its attributes
            }
            text.append(indent).append(field.getKey()).append(':');
            if (value.isValueNode()) {
                text.append(' ').append(value.asText()).append('\n');
            } else if (value.isObject()) {
                text.append('\n');
                lines(value, indent + INDENT, text);
            } else {
                text.append('\n');
                items(value, indent + INDENT, text);
            }
        });
    }

    private static boolean isEmpty(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> true;
            case ARRAY, OBJECT -> value.isEmpty();
            case STRING -> value.asText().isEmpty();
            case BINARY, BOOLEAN, NUMBER, POJO -> false;
        };
    }

    private static void items(JsonNode array, String indent, StringBuilder text) {
        for (JsonNode item : array) {
            if (item.isValueNode()) {
                text.append(indent).append("- ").append(item.asText()).append('\n');
                continue;
            }
            StringBuilder lines = new StringBuilder();
            lines(item, indent + INDENT, lines);
            if (!lines.isEmpty()) {
                text.append(indent).append("- ").append(lines.substring(indent.length() + INDENT.length()));
            }
        }
    }
}
