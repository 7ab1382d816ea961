package io.flexledger.report.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What another service answered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Lookup.Found.class, name = "found"),
    @JsonSubTypes.Type(value = Lookup.Missing.class, name = "missing"),
    @JsonSubTypes.Type(value = Lookup.Unavailable.class, name = "unavailable"),
})
public sealed interface Lookup<T> {

    record Found<T>(T value) implements Lookup<T> {}

    /** It does not have it. */
    record Missing<T>(String service) implements Lookup<T> {}

    /** It could not be asked; the place is still known. */
    record Unavailable<T>(String service, String reason) implements Lookup<T> {}
}
