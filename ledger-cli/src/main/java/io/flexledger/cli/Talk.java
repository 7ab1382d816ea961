package io.flexledger.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** What a command says to the person: on stderr, so that stdout holds data alone. */
public final class Talk {

    // A longer line would wrap, and could not be redrawn.
    private static final int LINE_WIDTH = 79;

    private final PrintWriter err;
    private final boolean quiet;
    private final boolean lively;
    private final Ansi ansi;
    private String shown = "";

    /**
     * @param quiet  only errors are said
     * @param lively whether progress may redraw its line
     */
    Talk(PrintWriter err, boolean quiet, boolean lively, boolean color) {
        this.err = err;
        this.quiet = quiet;
        this.lively = lively && !quiet;
        this.ansi = color ? Ansi.ON : Ansi.OFF;
    }

    public void say(String message) {
        if (!quiet) {
            err.println(message);
        }
    }

    /** Something the person should look at, though the command goes on. */
    public void warn(String message) {
        if (!quiet) {
            err.println(ansi.string("@|yellow warning:|@ ") + message);
        }
    }

    public void error(CommandFailure failure) {
        error(failure.getMessage());
        if (failure.nextStep() != null) {
            err.println(ansi.string("@|bold next:|@ ") + failure.nextStep());
        }
    }

    public void error(String message) {
        err.println(ansi.string("@|bold,red error:|@ ") + message);
    }

    /** Whether a progress bar may be drawn. */
    public boolean lively() {
        return lively;
    }

    /** For {@code bold}, {@code green} and the like; plain text where colour is off. */
    public String styled(String style, String text) {
        return ansi == Ansi.ON ? ansi.string("@|" + style + " " + text + "|@") : text;
    }

    /** Replaces the progress line; elsewhere than on a terminal nothing is shown. */
    public void progress(String line) {
        String fitting = line.length() <= LINE_WIDTH ? line : line.substring(0, LINE_WIDTH - 3) + "...";
        if (lively && !fitting.equals(shown)) {
            err.print("\r\u001b[K" + fitting);
            err.flush();
            shown = fitting;
        }
    }

    public void progressDone() {
        progress("");
    }
}
