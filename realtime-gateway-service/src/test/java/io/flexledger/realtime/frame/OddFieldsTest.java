package io.flexledger.realtime.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexledger.calendar.MarketCalendar;
import io.flexledger.contracts.ContractJson;
import io.flexledger.realtime.provisional.ProvisionalFill;
import io.flexledger.realtime.provisional.ProvisionalFill.Origin;
import io.flexledger.realtime.provisional.ReportDays;
import io.flexledger.realtime.wire.UndecodableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No field, however odd, keeps the rest from being told: its message cannot be read, or its fill is not valued. */
class OddFieldsTest {

    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "x",
            "1.7976931348623157E308",
            "99999999999999999999",
            "1E40",
            "1E-40",
            "1E400",
            "1E999999999",
            "Infinity",
            "CASH",
            "-0.0",
            "a".repeat(70),
            "20261332-99:99:99",
            "2147483647",
            "99991231-23:59:59",
            "00000101-00:00:00");

    private final ProvisionalFill provisional = new ProvisionalFill(new ReportDays(MarketCalendar.newYork()));

    @Test
    void areNoReasonToFail() {
        List<String> failed = new ArrayList<>();
        for (String message : List.of(Written.CALLS_SOLD, Written.COST)) {
            String[] fields = message.split("\\|", -1);
            for (int field = 1; field < fields.length - 1; field++) {
                for (String odd : ODD) {
                    String[] other = fields.clone();
                    other[field] = odd;
                    try {
                        tell(String.join("|", other), message.equals(Written.COST));
                    } catch (RuntimeException failure) {
                        failed.add("message %s, field %d '%s': %s".formatted(fields[0], field, odd, failure));
                    }
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    private void tell(String message, boolean isCost) {
        try {
            new FrameReader().read(Written.frame(message));
        } catch (UndecodableException _) {
            return;
        }
        List<KeptFrame> frames = isCost
                ? List.of(Written.kept(1, Written.CALLS_SOLD), Written.kept(2, message))
                : List.of(Written.kept(1, message));
        for (var traced : new FrameBook(new FrameReader()).fills(frames)) {
            var origin = new Origin(traced.naturalKey(), traced.frame().source(), Written.RECEIVED, Written.RECEIVED);
            provisional
                    .of(traced.fill(), origin)
                    .ifPresent(fill -> assertThat(ContractJson.write(fill)).isNotEmpty());
        }
    }

    @Test
    void anAbsurdMultiplierIsNone() {
        for (String odd : List.of("1.7976931348623157E308", "1E999999999")) {
            KeptFrame kept = Written.kept(1, Written.CALLS_SOLD.replace("|C|100|CBOE|", "|C|" + odd + "|CBOE|"));
            var traced = new FrameBook(new FrameReader()).fills(List.of(kept)).getFirst();
            var origin = new Origin(traced.naturalKey(), kept.source(), Written.RECEIVED, Written.RECEIVED);

            assertThat(provisional.of(traced.fill(), origin)).as(odd).isEmpty();
        }
    }
}
