package io.flexledger.report.adapter.upstream;

import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.report.adapter.upstream.RealtimeClient.Frame;
import io.flexledger.report.holding.BookedAccount;
import io.flexledger.report.trace.Lookup;
import io.flexledger.report.trace.RawRow;
import io.flexledger.report.trace.RawRows;
import io.flexledger.report.trace.RawStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Rows, statements and what waits, over REST. A page is shown without them rather than not at all. */
@ApplicationScoped
public class Upstream {

    private static final Logger LOG = Logger.getLogger(Upstream.class);

    /** What a source has for a query where it is a message of the gateway's. */
    private static final String GATEWAY = "gateway";

    private final MapperClient mapper;
    private final IngestorClient ingestor;
    private final LedgerClient ledger;
    private final RealtimeClient realtime;

    Upstream(
            @RestClient MapperClient mapper,
            @RestClient IngestorClient ingestor,
            @RestClient LedgerClient ledger,
            @RestClient RealtimeClient realtime) {
        this.mapper = mapper;
        this.ingestor = ingestor;
        this.ledger = ledger;
        this.realtime = realtime;
    }

    /** For one trace: a service that did not answer is not asked again. */
    public RawRows rows() {
        return new OneTrace(
                new Service("mapper-service"),
                new Service("ingestor-service"),
                new Service("realtime-gateway-service"));
    }

    /** How far the ledger is with each account. */
    public Lookup<List<BookedAccount>> booked() {
        return new Service("ledger-service").ask(ledger::accounts);
    }

    private final class OneTrace implements RawRows {
        private final Service rows;
        private final Service statements;
        private final Service messages;
        private final Map<ArtifactId, Lookup<Frame>> frames = new HashMap<>();

        private OneTrace(Service rows, Service statements, Service messages) {
            this.rows = rows;
            this.statements = statements;
            this.messages = messages;
        }

        @Override
        public Lookup<RawRow> row(Source source) {
            if (isMessage(source)) {
                return frame(source).map(Upstream::row);
            }
            return rows.ask(() -> mapper.row(source.artifact().sha256(), source.ordinal()));
        }

        @Override
        public Lookup<RawStatement> statement(Source source) {
            if (isMessage(source)) {
                return frame(source).map(Upstream::heard);
            }
            return statements.ask(() -> {
                var properties = new LinkedHashMap<String, String>();
                ingestor.statement(source.artifact().sha256())
                        .properties()
                        .forEach(field ->
                                properties.put(field.getKey(), field.getValue().asText()));
                return new RawStatement(properties);
            });
        }

        private Lookup<Frame> frame(Source source) {
            return frames.computeIfAbsent(
                    source.artifact(), artifact -> messages.ask(() -> realtime.frame(artifact.sha256())));
        }
    }

    private static boolean isMessage(Source source) {
        return source.query().equals(GATEWAY);
    }

    /** The fields by their place, which is all the name they have. */
    private static RawRow row(Frame frame) {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < frame.fields().size(); i++) {
            fields.put("field " + (i + 1), frame.fields().get(i));
        }
        long length = Base64.getDecoder().decode(frame.payloadBase64()).length;
        return new RawRow(frame.section(), frame.section(), null, fields, 0L, length);
    }

    private static RawStatement heard(Frame frame) {
        return new RawStatement(Map.of(
                "sha256", frame.sha256(),
                "number", Long.toString(frame.number()),
                "receivedAt", frame.receivedAt(),
                "serverVersion", Integer.toString(frame.serverVersion())));
    }

    private static final class Service {
        private final String name;
        private @Nullable String down;

        private Service(String name) {
            this.name = name;
        }

        private <T> Lookup<T> ask(Supplier<T> question) {
            if (down != null) {
                return new Lookup.Unavailable<>(name, down);
            }
            try {
                return new Lookup.Found<>(question.get());
            } catch (WebApplicationException answer) {
                if (answer.getResponse().getStatus() == 404) {
                    return new Lookup.Missing<>(name);
                }
                down = "answered " + answer.getResponse().getStatus();
            } catch (ProcessingException silence) {
                down = "did not answer";
                LOG.warnf(
                        "Shown without: service=%s error=%s",
                        name, silence.getClass().getSimpleName());
            }
            return new Lookup.Unavailable<>(name, down);
        }
    }
}
