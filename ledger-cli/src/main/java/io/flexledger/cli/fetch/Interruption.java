package io.flexledger.cli.fetch;

import io.flexledger.cli.Talk;

/** Says on Ctrl-C that the work goes on elsewhere; while it is open. */
public final class Interruption implements AutoCloseable {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    public static Interruption says(Talk talk, String message) {
        Thread hook = new Thread(
                () -> {
                    talk.progressDone();
                    talk.say(message);
                },
                "say-how-to-look");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It is being said already.
        }
    }
}
