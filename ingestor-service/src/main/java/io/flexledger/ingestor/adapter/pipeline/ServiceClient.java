package io.flexledger.ingestor.adapter.pipeline;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;

/** What any service says about its progress, and the mapper about an artifact. */
interface ServiceClient {

    /** What is committed; see {@code GET /progress}. */
    record Progress(Map<String, Long> consumed, long outbox) {}

    /** Row accounting of an artifact. */
    record Artifact(Rows rows) {

        /** Rows of each fate. */
        record Rows(int total) {}
    }

    @GET
    @Path("/progress")
    Progress progress();

    @GET
    @Path("/mapping/artifacts/{id}")
    Artifact artifact(@PathParam("id") String id);
}
