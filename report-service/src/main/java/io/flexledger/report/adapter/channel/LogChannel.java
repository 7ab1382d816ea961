package io.flexledger.report.adapter.channel;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Severity;
import io.flexledger.report.delivery.Channel;
import io.flexledger.report.delivery.Message;
import io.flexledger.report.delivery.Message.Raised;
import io.flexledger.report.delivery.Message.Trial;
import io.flexledger.report.delivery.Outcome;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** One line in the log: what kind of thing and where to look, and none of its words, which may hold figures. */
@ApplicationScoped
@Priority(3)
class LogChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(LogChannel.class);

    @Override
    public String name() {
        return "log";
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Outcome send(Message message) {
        switch (message) {
            case Raised(Alert alert) ->
                LOG.logf(
                        alert.kind().severity() == Severity.NOTICE ? Logger.Level.INFO : Logger.Level.WARN,
                        "Alert: kind=%s severity=%s account=%s alert=%s",
                        alert.kind(),
                        alert.kind().severity(),
                        alert.account() == null ? "-" : alert.account(),
                        alert.id());
            case Trial trial -> LOG.infof("Alert: test=%s", trial.id());
        }
        return new Outcome.Sent();
    }
}
