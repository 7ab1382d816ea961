package io.flexledger.ingestor.adapter.flex;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/** The service says everything with status 200; any other status is not its own. */
public final class OnlyOk implements ClientResponseFilter {

    private static final int FIRST = 100;
    private static final int OK = 200;

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        int status = response.getStatus();
        if (status != OK && status >= FIRST) { // below are answers that never came
            throw new UnexpectedStatusException(status);
        }
    }

    /** An answer that is not the service's. */
    static final class UnexpectedStatusException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        UnexpectedStatusException(int status) {
            super("status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
