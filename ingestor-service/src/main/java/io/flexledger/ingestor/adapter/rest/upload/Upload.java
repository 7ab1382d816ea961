package io.flexledger.ingestor.adapter.rest.upload;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a request says about the body it sends. */
public record Upload(
        @Parameter(description = "What to call the file; a label, never a path") @QueryParam("name") @Nullable
        String name,

        @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_DISPOSITION) @Nullable
        String disposition,

        @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable
        String type,

        @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable
        String length,

        @Parameter(hidden = true) @HeaderParam("Expect") @Nullable
        String expect) {

    @Nullable
    String label() {
        return name == null ? FileName.ofDisposition(disposition) : FileName.of(name);
    }

    /** Bytes to come, -1 where the sender does not say. */
    long announced() {
        return length == null || !length.matches("[0-9]{1,18}") ? -1 : Long.parseLong(length);
    }

    boolean isForm() {
        return type != null && mediaType(type).isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
    }

    @Nullable
    String boundary() {
        return type == null ? null : mediaType(type).getParameters().get("boundary");
    }

    /** Whether the sender holds the body back until it gets leave. */
    boolean isWaiting() {
        return expect != null;
    }

    /** A body of an unreadable media type is a file like any other. */
    private static MediaType mediaType(String type) {
        try {
            return MediaType.valueOf(type);
        } catch (IllegalArgumentException _) {
            return MediaType.APPLICATION_OCTET_STREAM_TYPE;
        }
    }
}
