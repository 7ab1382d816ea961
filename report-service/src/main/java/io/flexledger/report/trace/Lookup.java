package io.flexledger.report.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.function.Function;

/** What another service answered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Lookup.Found.class, name = "found"),
    @JsonSubTypes.Type(value = Lookup.Missing.class, name = "missing"),
    @JsonSubTypes.Type(value = Lookup.Unavailable.class, name = "unavailable"),
})
public sealed interface Lookup<T> {

    /** The same answer, read otherwise. */
    default <R> Lookup<R> map(Function<T, R> reading) {
        return switch (this) {
            case Found<T>(var value) -> new Found<>(reading.apply(value));
            case Missing<T>(var service) -> new Missing<>(service);
            case Unavailable<T>(var service, var reason) -> new Unavailable<>(service, reason);
        };
    }

    record Found<T>(T value) implements Lookup<T> {}

    /** It does not have it. */
    record Missing<T>(String service) implements Lookup<T> {}

    /** It could not be asked; the place is still known. */
    record Unavailable<T>(String service, String reason) implements Lookup<T> {}
}
