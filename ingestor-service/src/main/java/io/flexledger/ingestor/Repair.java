package io.flexledger.ingestor;

import io.flexledger.ingestor.intake.Archive;
import io.flexledger.ingestor.intake.ReceivedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Finishes what a crash interrupted between keeping a file and scanning it. */
@ApplicationScoped
public class Repair {

    private static final Logger LOG = Logger.getLogger(Repair.class);
    private static final int BATCH = 100;

    private final Archive archive;
    private final Intake intake;

    Repair(Archive archive, Intake intake) {
        this.archive = archive;
        this.intake = intake;
    }

    /** Returns how many files were finished. One that fails does not keep the others back; it is tried again later. */
    public int run() {
        int finished = 0;
        for (var file : archive.unscanned(BATCH)) {
            if (isFinished(file)) {
                finished++;
            }
        }
        return finished;
    }

    private boolean isFinished(ReceivedFile file) {
        try {
            intake.finish(file);
            LOG.infof("Interrupted file finished: file=%s", file.sha256());
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Interrupted file could not be finished: file=%s", file.sha256());
            return false;
        }
    }
}
