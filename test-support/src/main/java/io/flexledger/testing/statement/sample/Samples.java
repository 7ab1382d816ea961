package io.flexledger.testing.statement.sample;

import io.flexledger.testing.SharedData;
import io.flexledger.testing.statement.account.TradingDay;
import io.flexledger.testing.statement.section.FlexResponse;
import io.flexledger.testing.statement.section.Period;
import io.flexledger.testing.statement.section.Section;
import io.flexledger.testing.statement.section.TradeLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sample files: every statement of the sample account, by file name, oldest first. */
public final class Samples {

    public static final String GOLDEN_DAYS = "golden-days-2025-07-17_18.xml";
    public static final String QUIET_BEFORE = "quiet-week-2025-07-14_16.xml";
    public static final String QUIET_AFTER = "quiet-week-2025-07-21_22.xml";

    private Samples() {}

    /** Where the files are in a checkout. */
    public static Path directory() {
        return SharedData.projectRoot().resolve("samples");
    }

    /** Name and bytes of each file. */
    public static Map<String, byte[]> files() {
        SampleAccount account = new SampleAccount();
        List<TradingDay> before =
                List.of(QuietDays.monday(account), QuietDays.tuesday(account), QuietDays.wednesday(account));
        List<TradingDay> golden = List.of(GoldenDays.thursday(account), GoldenDays.friday(account));
        List<TradingDay> after = List.of(QuietDays.nextMonday(account), QuietDays.nextTuesday(account));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(QUIET_BEFORE, response(before, LocalDateTime.of(2025, 7, 17, 4, 31, 5)));
        files.put(GOLDEN_DAYS, response(golden, LocalDateTime.of(2025, 7, 19, 4, 33, 40)));
        files.put(QUIET_AFTER, response(after, LocalDateTime.of(2025, 7, 23, 4, 30, 12)));
        return files;
    }

    private static byte[] response(List<TradingDay> days, LocalDateTime generated) {
        Period.Account account = new Period.Account(SampleAccount.ID, SampleAccount.BASE, TradeLevel.all());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FlexResponse response = new FlexResponse(bytes, "Flexledger sample", days.size())) {
            LocalDateTime time = generated;
            for (TradingDay day : days) {
                Period period = new Period(account, "LastNCalendarDays", day.date(), day.date(), List.of(day));
                response.statement(period, time, Section.full());
                time = time.plusSeconds(1);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
