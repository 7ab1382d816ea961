package io.flexledger.report.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flexledger.contracts.alert.Alert;
import io.flexledger.contracts.alert.Alert.Severity;
import io.flexledger.report.AlertDesk.Shown;
import io.flexledger.report.delivery.Delivery;
import java.util.List;

/**
 * An alert as it stands.
 *
 * @param severity   how soon somebody should look
 * @param lasts      whether it goes on until it is over; else it has happened
 * @param open       neither acknowledged nor over
 * @param deliveries how far its telling is, by channel
 */
public record AlertView(
        @JsonUnwrapped Alert alert, Severity severity, boolean lasts, boolean open, List<Delivery> deliveries) {

    public AlertView {
        deliveries = List.copyOf(deliveries);
    }

    static AlertView of(Shown shown) {
        var alert = shown.alert();
        return new AlertView(alert, alert.kind().severity(), alert.kind().lasts(), alert.isOpen(), shown.deliveries());
    }
}
