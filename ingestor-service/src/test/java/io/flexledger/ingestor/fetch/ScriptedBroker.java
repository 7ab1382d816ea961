package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.fetch.Pauses.Pause;
import io.flexledger.ingestor.fetch.Step.Receipt;
import io.flexledger.ingestor.intake.Heap;
import io.flexledger.ingestor.intake.Spool.Held;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what it was told to say; after that, what a broker in good order says. */
final class ScriptedBroker implements Broker {

    static final String REPORT = """
            <FlexQueryResponse queryName="mtd" type="AF"><FlexStatements count="1">
            <FlexStatement accountId="U7654321" fromDate="20250718" toDate="20250718" period="LastBusinessDay"
             whenGenerated="20250721;043000 EDT"><Trades/></FlexStatement>
            </FlexStatements></FlexQueryResponse>""";

    private final Deque<String> toAsk = new ArrayDeque<>();
    private final Deque<String> toFetch = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private @Nullable Pause pause;

    static String receipt(String url) {
        return "<FlexStatementResponse timestamp='21 July, 2025 05:00 AM EDT'><Status>Success</Status>"
                + "<ReferenceCode>4711</ReferenceCode><Url>" + url + "</Url></FlexStatementResponse>";
    }

    static String error(String code) {
        return "<FlexStatementResponse timestamp='21 July, 2025 05:00 AM EDT'><Status>Fail</Status><ErrorCode>" + code
                + "</ErrorCode><ErrorMessage>Something.</ErrorMessage></FlexStatementResponse>";
    }

    ScriptedBroker onAsking(String... answers) {
        toAsk.addAll(List.of(answers));
        return this;
    }

    ScriptedBroker onFetching(String... answers) {
        toFetch.addAll(List.of(answers));
        return this;
    }

    /** The first call meets it; a call after it is answered. */
    void resting(Pause found) {
        pause = found;
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public Held ask(Wanted wanted, Watch watch) throws TokenRestsException {
        var met = pause;
        pause = null;
        if (met != null) {
            throw new TokenRestsException(met);
        }
        calls.add("ask");
        return held(toAsk.isEmpty() ? receipt("https://broker.test/GetStatement") : toAsk.remove());
    }

    @Override
    public Held fetch(FlexQuery query, Receipt receipt, Watch watch) {
        calls.add("fetch");
        return held(toFetch.isEmpty() ? REPORT : toFetch.remove());
    }

    @Override
    public boolean isBrokers(String url) {
        return url.startsWith("https://broker.test/");
    }

    private static Held held(String text) {
        return new Heap(text.getBytes(StandardCharsets.UTF_8));
    }
}
