package io.flexledger.contracts.id;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The broker's id of an execution, taken apart: {@code 0000e0d5.69dd7411.01.02} is the second version of
 * {@code 0000e0d5.69dd7411.01}.
 *
 * <p>Only an id of four segments counts its corrections. In one of five, some legs of a combination, the last segment tells
 * executions of one leg apart; such an id, like any other, is taken whole and never replaces another.
 *
 * @param base what all versions of one execution share
 * @param revision higher replaces lower; null when the id counts none
 */
public record ExecutionId(
        String text, String base, @Nullable Integer revision) {

    private static final Pattern COUNTED = Pattern.compile("([^.]+\\.[^.]+\\.[^.]+)\\.([0-9]{1,9})");

    public static ExecutionId of(String text) {
        Matcher counted = COUNTED.matcher(text);
        return counted.matches()
                ? new ExecutionId(text, counted.group(1), Integer.valueOf(counted.group(2)))
                : new ExecutionId(text, text, null);
    }

    public boolean countsRevisions() {
        return revision != null;
    }

    /** The revision, 0 for an id that counts none. */
    public int revisionOrZero() {
        return revision == null ? 0 : revision;
    }
}
