package io.flexledger.ingestor;

import java.util.ArrayList;
import java.util.List;

/** Reports for tests, as the broker writes them. */
public final class FlexText {

    private final List<String> statements = new ArrayList<>();
    private String declaration = "";
    private String query = "Daily";

    private FlexText() {}

    public static FlexText report() {
        return new FlexText();
    }

    public FlexText declared(String encoding) {
        declaration = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n";
        return this;
    }

    public FlexText query(String name) {
        query = name;
        return this;
    }

    public FlexText statement(String xml) {
        statements.add(xml);
        return this;
    }

    public FlexText statement(String account, String day) {
        return statement(statementOf(account, day, "20250719;042700", "<Trades />"));
    }

    @Override
    public String toString() {
        return declaration
                + "<FlexQueryResponse queryName=\"" + query + "\" type=\"AF\">\n<FlexStatements count=\""
                + statements.size() + "\">\n"
                + String.join("\n", statements)
                + "\n</FlexStatements>\n</FlexQueryResponse>\n";
    }

    /** @param day as in {@code 20250718} */
    public static String statementOf(String account, String day, String generated, String rows) {
        return "<FlexStatement accountId=\"%s\" fromDate=\"%s\" toDate=\"%s\" period=\"LastBusinessDay\" whenGenerated=\"%s\">\n%s\n</FlexStatement>"
                .formatted(account, day, day, generated, rows);
    }
}
