package io.flexledger.contracts.journal;

/**
 * Why a figure may be incomplete or may still change, in one line for a person.
 *
 * @param code stable, such as {@code FX_RATE_CARRIED} or {@code MARK_MISSING}
 */
public record Caveat(String code, String text) {}
