package io.flexledger.report.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all corrections of one execution have in common. */
public final class ExecutionBase {

    private static final Pattern REVISED = Pattern.compile("([^.]*\\.[^.]*\\.[^.]*)\\.[0-9]{1,9}");

    private ExecutionBase() {}

    /**
     * The id without its revision, where it has exactly four segments of which the last counts; else the id itself. For
     * example, {@code 0000e0d5.69dd7411.01} of {@code 0000e0d5.69dd7411.01.02}.
     */
    public static String of(String execId) {
        Matcher revised = REVISED.matcher(execId);
        return revised.matches() ? revised.group(1) : execId;
    }
}
