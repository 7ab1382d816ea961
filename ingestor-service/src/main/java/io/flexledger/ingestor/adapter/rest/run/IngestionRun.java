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
import org.jspecify.annotations.NullUnmarked;

/** One attempt to take a file in. Written by the intake; people add a note. */
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
                case UPLOAD -> manual;
                case FOLDER -> scheduled;
                case REPAIR -> reprocess;
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

    String note;
}
