package io.flexledger.report;

import io.flexledger.contracts.alert.Alert;
import io.flexledger.report.adapter.db.DeliveryTable;
import io.flexledger.report.delivery.Channel;
import io.quarkus.arc.All;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What is to be told of an alert: one delivery for each channel that is on. */
@ApplicationScoped
public class Deliveries {

    private final DeliveryTable table;
    private final List<Channel> channels;

    Deliveries(DeliveryTable table, @All List<Channel> channels) {
        this.table = table;
        this.channels = List.copyOf(channels);
    }

    /** For an alert that is raised, in the transaction that raises it; a second time changes nothing. */
    public void add(SqlClient tx, Alert alert) {
        var on = channels.stream().filter(Channel::isOn).map(Channel::name).toList();
        table.add(tx, alert, on, Instant.now());
    }
}
