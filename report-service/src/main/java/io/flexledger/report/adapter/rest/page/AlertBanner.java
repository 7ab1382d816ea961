package io.flexledger.report.adapter.rest.page;

import io.flexledger.report.AlertDesk;
import io.flexledger.report.alert.AlertSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** What every page says of alerts at its top: how many are open, and the newest of them. */
@Named("alertBanner")
@ApplicationScoped
public class AlertBanner {

    private static final int SHOWN = 3;

    private final AlertDesk desk;

    AlertBanner(AlertDesk desk) {
        this.desk = desk;
    }

    /**
     * @param open how many there are
     * @param newest newest first
     */
    public record Told(long open, List<AlertsPage.Row> newest) {

        public Told {
            newest = List.copyOf(newest);
        }

        public String count() {
            return open == 1 ? "1 open alert" : open + " open alerts";
        }

        /** How many are not shown. */
        public long more() {
            return open - newest.size();
        }
    }

    /** As it is when the page is made. */
    public Told now() {
        var newest = desk.list(AlertSearch.OPEN, SHOWN);
        var open = newest.size() < SHOWN ? newest.size() : desk.open(null);
        return new Told(
                Math.max(open, newest.size()),
                newest.stream().map(AlertsPage.Row::of).toList());
    }
}
