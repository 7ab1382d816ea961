package io.flexledger.ingestor.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.ingestor.intake.Origin;
import io.flexledger.ingestor.intake.ReceivedFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A received file as the API shows it.
 *
 * @param size     as received, in bytes
 * @param name     as its first sender called it
 * @param position in the chain of all files, from 1
 * @param link     SHA-256 of the previous file's link, this file's hash and its size
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileView(
        String sha256,
        long size,
        @Nullable String name,
        Origin origin,
        Instant receivedAt,
        long position,
        String link) {

    static FileView of(ReceivedFile file) {
        return new FileView(
                file.sha256(),
                file.size(),
                file.name(),
                file.origin(),
                file.receivedAt(),
                file.link().position(),
                file.link().link());
    }

    /**
     * Files, newest first.
     *
     * @param next cursor of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<FileView> items, @Nullable String next) {}
}
