package io.flexledger.ingestor.adapter.flex;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Both calls of the service, which differ in what {@code q} means: a query's id, or the reference of a request. */
@RegisterRestClient(configKey = "flex")
@RegisterProvider(OnlyOk.class)
interface FlexWebService {

    /** The answer's body as it comes. */
    @GET
    InputStream get(
            @Url String url,
            @HeaderParam(HttpHeaders.USER_AGENT) String client,
            @QueryParam("t") String token,
            @QueryParam("q") String queryOrReference,
            @QueryParam("v") String version,
            @QueryParam("fd") @Nullable String from,
            @QueryParam("td") @Nullable String to);
}
