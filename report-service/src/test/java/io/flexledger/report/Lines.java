package io.flexledger.report;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What is logged while it listens, with the words of every cause. */
final class Lines extends Handler {

    private final PatternFormatter words = new PatternFormatter("%s%e");
    private final List<String> lines;

    Lines(List<String> lines) {
        this.lines = lines;
    }

    void listen() {
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(words.format(record));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
