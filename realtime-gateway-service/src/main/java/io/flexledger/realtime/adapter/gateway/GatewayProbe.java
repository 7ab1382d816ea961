package io.flexledger.realtime.adapter.gateway;

import io.flexledger.realtime.session.GatewayListener;
import io.flexledger.realtime.session.RawFrame;
import io.flexledger.realtime.session.SessionStatus;
import io.flexledger.realtime.session.question.Asked;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes one short connection, only to see how far it comes. */
final class GatewayProbe implements GatewayListener {

    private final CountDownLatch seen = new CountDownLatch(1);
    private volatile SessionStatus status;

    private GatewayProbe(SessionStatus before) {
        status = before;
    }

    /**
     * How it stood when the first attempt had come to its end, or a session had answered; or when patience was over.
     */
    static SessionStatus probe(GatewayConnection connection, Duration patience) {
        GatewayProbe probe = new GatewayProbe(connection.status());
        connection.start(probe);
        try {
            if (!probe.seen.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                probe.status = connection.status();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            connection.stop();
        }
        return probe.status;
    }

    @Override
    public void heard(RawFrame frame) {
        // Only how far the session comes is of interest.
    }

    @Override
    public void changed(SessionStatus now) {
        boolean answered = now.executionsAt() != null || now.unanswered().contains(Asked.EXECUTIONS);
        boolean failed = !now.hasSession() && now.mishap() != null;
        if (seen.getCount() > 0 && (answered || failed)) {
            status = now;
            seen.countDown();
        }
    }
}
