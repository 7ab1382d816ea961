package io.flexledger.cli.fetch;

import io.flexledger.cli.Talk;
import io.flexledger.cli.output.Bar;
import java.util.concurrent.atomic.AtomicInteger;

/** Follows a backfill, a step of the bar for each chunk; it goes on in the ingestor when nobody does. */
public final class BackfillWatch {

    private final Ingestor ingestor;
    private final Talk talk;
    private final Pause pause;

    public BackfillWatch(Ingestor ingestor, Talk talk, Pause pause) {
        this.ingestor = ingestor;
        this.talk = talk;
        this.pause = pause;
    }

    public Backfill follow(Backfill started) {
        String look = "./ledger backfill --id " + started.id();
        AtomicInteger said = new AtomicInteger();
        try (Interruption _ = Interruption.says(talk, "the backfill goes on; look again with " + look);
                Bar bar = Bar.of(talk, "chunks", started.chunks())) {
            return new Backfill(new Watch(pause)
                    .until(answer -> new Backfill(answer).ended(), () -> ingestor.backfill(started.id()), answer -> {
                        Backfill now = new Backfill(answer);
                        bar.to(now.done());
                        if (!talk.lively() && now.done() > said.getAndSet(now.done())) {
                            talk.say("%d of %d chunks".formatted(now.done(), now.chunks()));
                        }
                    }));
        }
    }
}
