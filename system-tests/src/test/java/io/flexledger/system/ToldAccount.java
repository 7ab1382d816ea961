package io.flexledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexledger.stack.StackPort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that the report tells of an account, as a reader of its API sees it. */
record ToldAccount(
        SortedMap<String, String> values,
        SortedMap<LocalDate, String> positions,
        List<String> lots,
        List<String> trades,
        String ledgerHash,
        String reportHash) {

    private static final int PAGE = 100;

    static ToldAccount read(RunningLedger ledger, String account, List<LocalDate> days) {
        var positions = new TreeMap<LocalDate, String>();
        for (var day : days) {
            positions.put(
                    day,
                    ledger.json(StackPort.REPORT, "/api/positions?account=%s&as_of=%s".formatted(account, day))
                            .toString());
        }
        return new ToldAccount(
                values(ledger, account),
                positions,
                pages(ledger, "/api/lots?account=" + account, "offset"),
                pages(ledger, "/api/trades?account=" + account, "cursor"),
                ledger.json(StackPort.LEDGER, "/ledger/projection-hash").toString(),
                ledger.json(StackPort.REPORT, "/api/projection-hash").toString());
    }

    /** By day and kind. */
    private static SortedMap<String, String> values(RunningLedger ledger, String account) {
        var values = new TreeMap<String, String>();
        for (var value :
                ledger.json(StackPort.REPORT, "/api/nav?account=" + account).get("items")) {
            values.put(value.get("date").asText() + " " + value.get("kind").asText(), value.toString());
        }
        return values;
    }

    private static List<String> pages(RunningLedger ledger, String path, String next) {
        var all = new ArrayList<String>();
        var page = ledger.json(StackPort.REPORT, path + "&limit=" + PAGE);
        page.get("items").forEach(item -> all.add(item.toString()));
        while (page.hasNonNull("next")) {
            page = ledger.json(
                    StackPort.REPORT,
                    "%s&limit=%d&%s=%s"
                            .formatted(path, PAGE, next, page.get("next").asText()));
            page.get("items").forEach(item -> all.add(item.toString()));
        }
        return all;
    }

    /** Days that have a value of this kind. */
    List<LocalDate> days(String kind) {
        return values.keySet().stream()
                .filter(key -> key.endsWith(" " + kind))
                .map(key -> LocalDate.parse(key.substring(0, key.indexOf(' '))))
                .toList();
    }

    /** Part by part, so that a difference is told where it is. */
    void assertEquals(ToldAccount other) {
        assertThat(differing(values, other.values)).as("values").isEmpty();
        assertThat(differing(positions, other.positions)).as("positions").isEmpty();
        assertThat(lots).as("lots").isEqualTo(other.lots);
        assertThat(trades).as("trades").isEqualTo(other.trades);
        assertThat(ledgerHash).as("all the ledger holds").isEqualTo(other.ledgerHash);
        assertThat(reportHash).as("all the report holds").isEqualTo(other.reportHash);
    }

    /** Keys, for the values are long. */
    private static <K> List<K> differing(SortedMap<K, String> one, SortedMap<K, String> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(key -> !Objects.equals(one.get(key), other.get(key)))
                .toList();
    }

    static List<LocalDate> dates(JsonNode days) {
        var dates = new ArrayList<LocalDate>();
        days.forEach(day -> dates.add(LocalDate.parse(day.asText())));
        return dates;
    }
}
