package io.flexledger.ingestor.fetch;

import io.flexledger.ingestor.schedule.Job;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far all scheduled jobs are, for all processes. */
public interface JobLog {

    /** A job nobody has met yet is known from now on. */
    JobState find(FlexQuery query, Job job, Instant now);

    /** False where another process was faster. */
    boolean claim(FlexQuery query, Job job, JobState before, JobState after);

    void started(FlexQuery query, Job job, long run);

    /** @param retryAt absent where the job is done until its next time */
    void retry(FlexQuery query, Job job, @Nullable Instant retryAt, int attempts);
}
