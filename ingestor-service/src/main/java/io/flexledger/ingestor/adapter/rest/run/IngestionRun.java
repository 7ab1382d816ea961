package io.flexledger.ingestor.adapter.rest.run;

import io.flexledger.ingestor.intake.Origin;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;

/** One attempt to take a file in, from wherever it comes. Written by the intake; people add a note. */
@Entity
@Table(name = "ingestion_run")
@NullUnmarked // columns are filled by Hibernate
class IngestionRun extends PanacheEntityBase {

    enum Status {
        started,
        success,
        failed
    }

    enum RunType {
        manual,
        scheduled,
        reprocess;

        static RunType of(Origin origin) {
            return switch (origin) {
                case UPLOAD, FLEX -> manual;
                case FOLDER -> scheduled;
                case REPAIR, REPROCESS -> reprocess;
            };
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    int version;

    @Enumerated(EnumType.STRING)
    Origin origin;

    @Enumerated(EnumType.STRING)
    @Column(name = "run_type")
    RunType runType;

    @Enumerated(EnumType.STRING)
    Status status;

    @Column(name = "file_name")
    String fileName;

    @Column(name = "file_id")
    String fileId;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    /** For sorting; the database computes it. */
    @Column(name = "duration_ms", insertable = false, updatable = false)
    Long durationMs;

    @Column(name = "new_count")
    int newCount;

    @Column(name = "duplicate_count")
    int duplicateCount;

    @Column(name = "rejected_count")
    int rejectedCount;

    @Column(name = "error_code")
    String errorCode;

    @Column(name = "error_message")
    String errorMessage;

    @Column(name = "next_step")
    String nextStep;

    @Column(name = "query_id")
    String queryId;

    String query;

    String role;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "from_date")
    LocalDate fromDate;

    @Column(name = "to_date")
    LocalDate toDate;

    @Column(name = "backfill_id")
    Long backfillId;

    @Column(name = "missing_sections")
    String[] missingSections = {};

    boolean deduplicated;

    @Column(name = "canonical_input_row_count")
    Integer canonicalInputRowCount;

    @Column(name = "canonical_duration_ms")
    Long canonicalDurationMs;

    @Column(name = "canonical_skip_reason")
    String canonicalSkipReason;

    /** The stages as JSON; written by {@link RunStages}, which may be faster than the run's end. */
    @Column(insertable = false, updatable = false, columnDefinition = "jsonb")
    @ColumnTransformer(read = "diagnostics::text")
    String diagnostics;

    String note;

    /** The process that works on it, see {@link RunOwner}; fetches have their account's lock instead. */
    @Column(updatable = false)
    String owner;

    /** Left by a process that took the owner for dead while it was only cut off from the database. */
    void forgetError() {
        errorCode = null;
        errorMessage = null;
        nextStep = null;
    }
}
