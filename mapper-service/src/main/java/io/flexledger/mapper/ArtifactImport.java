package io.flexledger.mapper;

import com.github.luben.zstd.ZstdInputStream;
import io.flexledger.contracts.RawArtifact;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.contracts.money.CurrencyCode;
import io.flexledger.mapper.adapter.db.AccountBaseTable;
import io.flexledger.mapper.adapter.db.ArtifactTable;
import io.flexledger.mapper.adapter.db.FindingTables;
import io.flexledger.mapper.ibkr.MapperSettings;
import io.flexledger.mapper.ibkr.StatementMapper;
import io.flexledger.mapper.reading.Mapping;
import io.flexledger.transport.Outbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Maps artifacts inside the caller's transaction: rows, memory, findings and outgoing events of a statement become
 * visible together, or not at all.
 */
@ApplicationScoped
public class ArtifactImport {

    private static final Logger LOG = Logger.getLogger(ArtifactImport.class);

    private final MapperConfig config;
    private final Outbox outbox;

    ArtifactImport(MapperConfig config, Outbox outbox) {
        this.config = config;
        this.outbox = outbox;
    }

    /** @param compressed the statement's bytes, zstd */
    public void take(SqlConnection tx, RawArtifact artifact, byte[] compressed) {
        var settings = settings(AccountBaseTable.all(tx));
        var base = settings.terms(artifact.account());
        long number = ArtifactTable.begin(
                tx, artifact, new ArtifactTable.Reading(StatementMapper.VERSION, base.base(), base.baseAssumed()));
        FindingTables.forget(tx, number);
        // A statement that breaks off has stated nothing.
        tx.query("savepoint rows").executeAndAwait();
        var batches = new ArtifactBatches(tx, outbox, artifact, number);
        var mapping = StatementMapper.map(
                artifact, () -> new ZstdInputStream(new ByteArrayInputStream(compressed)), settings, batches);
        if (mapping.isReadable()) {
            batches.finish();
            tx.query("release savepoint rows").executeAndAwait();
            FindingTables.sight(tx, number, mapping.drift());
            AccountBaseTable.store(tx, artifact, mapping.baseStated());
        } else {
            tx.query("rollback to savepoint rows").executeAndAwait();
            FindingTables.reject(tx, number, List.of(Objects.requireNonNull(mapping.unreadable())));
        }
        ArtifactTable.finish(tx, number, mapping);
        report(artifact, mapping, batches.told());
    }

    /** A setting is the operator's word and wins over what an earlier statement said. */
    private MapperSettings settings(Map<AccountId, CurrencyCode> stated) {
        var bases = new HashMap<>(stated);
        bases.putAll(config.bases());
        return new MapperSettings(
                config.zones(), bases, config.defaultBase(), config.limits().rowLimits());
    }

    private static void report(RawArtifact artifact, Mapping mapping, int told) {
        if (!mapping.isReadable()) {
            LOG.warnf(
                    "Artifact refused: artifact=%s account=%s reason=%s",
                    artifact.id(),
                    artifact.account(),
                    Objects.requireNonNull(mapping.unreadable()).reason());
            return;
        }
        var rows = mapping.rows();
        LOG.infof(
                "Artifact mapped: artifact=%s account=%s rows=%d mapped=%d evidence=%d rejected=%d unmapped=%d events=%d",
                artifact.id(),
                artifact.account(),
                rows.total(),
                rows.mapped(),
                rows.evidence(),
                rows.rejected(),
                rows.unmapped(),
                told);
        if (!mapping.drift().isEmpty()) {
            LOG.warnf(
                    "Artifact holds what is not known: artifact=%s account=%s kinds=%d",
                    artifact.id(), artifact.account(), mapping.drift().size());
        }
    }
}
