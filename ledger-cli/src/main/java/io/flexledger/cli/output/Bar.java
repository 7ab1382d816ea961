package io.flexledger.cli.output;

import io.flexledger.cli.Talk;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress of a known number of steps; drawn where a line can be redrawn, and nowhere else. */
public final class Bar implements AutoCloseable {

    private static final int WIDTH = 100;

    private final @Nullable ProgressBar drawn;

    private Bar(@Nullable ProgressBar drawn) {
        this.drawn = drawn;
    }

    public static Bar of(Talk talk, String what, int steps) {
        if (!talk.lively() || steps == 0) {
            return new Bar(null);
        }
        return new Bar(new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .build());
    }

    public void step(String what) {
        if (drawn != null) {
            drawn.setExtraMessage(what);
            drawn.step();
        }
    }

    public void to(int steps) {
        if (drawn != null) {
            drawn.stepTo(steps);
        }
    }

    @Override
    public void close() {
        if (drawn != null) {
            drawn.close();
        }
    }
}
