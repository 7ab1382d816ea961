package io.flexledger.report.adapter.upstream;

import io.flexledger.contracts.event.Source;
import io.flexledger.contracts.id.ArtifactId;
import io.flexledger.report.holding.LedgerStanding;
import io.flexledger.report.trace.Lookup;
import io.flexledger.report.trace.RawRow;
import io.flexledger.report.trace.RawRows;
import io.flexledger.report.trace.RawStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Rows, statements and what waits, over REST. A page is shown without them rather than not at all. */
@ApplicationScoped
public class Upstream {

    private static final Logger LOG = Logger.getLogger(Upstream.class);

    private final MapperClient mapper;
    private final IngestorClient ingestor;
    private final LedgerClient ledger;

    Upstream(@RestClient MapperClient mapper, @RestClient IngestorClient ingestor, @RestClient LedgerClient ledger) {
        this.mapper = mapper;
        this.ingestor = ingestor;
        this.ledger = ledger;
    }

    /** For one trace: a service that did not answer is not asked again. */
    public RawRows rows() {
        return new OneTrace(new Service("mapper-service"), new Service("ingestor-service"));
    }

    /** How far the ledger is with each account. */
    public Lookup<List<LedgerStanding>> standings() {
        return new Service("ledger-service").ask(ledger::accounts);
    }

    private final class OneTrace implements RawRows {
        private final Service rows;
        private final Service statements;

        private OneTrace(Service rows, Service statements) {
            this.rows = rows;
            this.statements = statements;
        }

        @Override
        public Lookup<RawRow> row(Source source) {
            return rows.ask(() -> mapper.row(source.artifact().sha256(), source.ordinal()));
        }

        @Override
        public Lookup<RawStatement> statement(ArtifactId artifact) {
            return statements.ask(() -> {
                var properties = new LinkedHashMap<String, String>();
                ingestor.statement(artifact.sha256())
                        .properties()
                        .forEach(field ->
                                properties.put(field.getKey(), field.getValue().asText()));
                return new RawStatement(properties);
            });
        }
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
