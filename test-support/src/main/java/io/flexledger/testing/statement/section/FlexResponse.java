package io.flexledger.testing.statement.section;

import io.flexledger.testing.statement.xml.FlexText;
import io.flexledger.testing.statement.xml.FlexWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** One download: the envelope and its statements, in the order they are given. Closing it writes the end. */
public final class FlexResponse implements AutoCloseable {

    private final FlexWriter out;

    /** @param count statements to come; it stands before them */
    public FlexResponse(OutputStream stream, String queryName, int count) throws IOException {
        out = new FlexWriter(stream);
        out.open("FlexQueryResponse", List.of("queryName", queryName, "type", "AF"));
        out.open("FlexStatements", List.of("count", Integer.toString(count)));
    }

    public void statement(Period period, LocalDateTime whenGenerated, Set<Section> sections) throws IOException {
        out.open(
                "FlexStatement",
                List.of(
                        "accountId",
                        period.accountId(),
                        "fromDate",
                        FlexText.date(period.from()),
                        "toDate",
                        FlexText.date(period.to()),
                        "period",
                        period.label(),
                        "whenGenerated",
                        FlexText.dateTime(whenGenerated)));
        for (Section section : sections) {
            section.write(period, out);
        }
        out.close("FlexStatement");
    }

    @Override
    public void close() throws IOException {
        out.close("FlexStatements");
        out.close("FlexQueryResponse");
        out.close();
    }
}
