package io.flexledger.transport.outage;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Repeats work through an outage for as long as it lasts, and lets every other failure pass. */
@ApplicationScoped
public class Persistence {

    private final Troubles troubles;
    private final CountDownLatch shutdown = new CountDownLatch(1);

    public Persistence(Troubles troubles) {
        this.troubles = troubles;
    }

    public <T> T through(Part part, Supplier<T> work) {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                T result = work.get();
                troubles.over(part);
                return result;
            } catch (RuntimeException failure) {
                if (!Outage.caused(failure)) {
                    troubles.stopped(part, failure);
                    throw failure;
                }
                troubles.waiting(part, failure);
                pause(backoff.next(), failure);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        shutdown.countDown();
    }

    private void pause(Duration duration, RuntimeException failure) {
        try {
            if (shutdown.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
