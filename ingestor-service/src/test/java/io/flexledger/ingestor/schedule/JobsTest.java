package io.flexledger.ingestor.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexledger.ingestor.period.JobPeriod;
import io.flexledger.ingestor.period.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JobsTest {

    private static final List<String> DEFAULTS = List.of(
            "daily: 0 17 * * TUE-SAT, Asia/Hong_Kong, ALWAYS, month-to-date",
            "last-month: 30 17 1-9 * *, Asia/Hong_Kong, FIRST_BUSINESS_DAYS, last-month",
            "weekly: 0 18 * * SAT, Asia/Hong_Kong, ALWAYS, last-90-days",
            "monthly: 0 0 18 ? * SUN#1, Asia/Hong_Kong, ALWAYS, last-365-days");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIRMS")
    void areDailyAndCatchUpWithCorrections(Role role) {
        assertThat(of(role, "")).isEqualTo(DEFAULTS);
    }

    @Test
    void ofConfirmsFollowTheMarket() {
        assertThat(of(Role.CONFIRMS, " "))
                .containsExactly("intraday: */15 9-17 * * MON-FRI, America/New_York, MARKET_HOURS, today");
        assertThat(of(Role.CONFIRMS, "every 5 minutes"))
                .containsExactly("intraday: */5 9-17 * * MON-FRI, America/New_York, MARKET_HOURS, today");
        assertThat(of(Role.CONFIRMS, "every 60 minutes"))
                .containsExactly("intraday: 0 9-17 * * MON-FRI, America/New_York, MARKET_HOURS, today");
    }

    @Test
    void canBeSwitchedOff() {
        assertThat(of(Role.FULL, "off")).isEmpty();
    }

    @Test
    void anExpressionMovesTheFirst() {
        assertThat(of(Role.FULL, "0 20 * * TUE-SAT"))
                .containsExactly(
                        "daily: 0 20 * * TUE-SAT, Asia/Hong_Kong, ALWAYS, month-to-date",
                        DEFAULTS.get(1),
                        DEFAULTS.get(2),
                        DEFAULTS.get(3));
        assertThat(of(Role.FULL, "0 0 6 ? * TUE Europe/Zurich last-30-days"))
                .first()
                .isEqualTo("daily: 0 0 6 ? * TUE, Europe/Zurich, ALWAYS, last-30-days");
    }

    @Test
    void aListNamesAllThereAre() {
        assertThat(of(
                        Role.TRADES,
                        "monthly; daily = 15 5 * * TUE-SAT UTC;quarterly=0 6 1 1,4,7,10 * Europe/Zurich last-100-days"))
                .containsExactly(
                        DEFAULTS.get(3),
                        "daily: 15 5 * * TUE-SAT, UTC, ALWAYS, month-to-date",
                        "quarterly: 0 6 1 1,4,7,10 *, Europe/Zurich, ALWAYS, last-100-days");
    }

    @Test
    void thePeriodOfTheFirstIsASetting() {
        assertThat(Jobs.of("main", Role.FULL, "", new JobPeriod.LastDays(7)))
                .map(JobsTest::text)
                .containsExactly(
                        "daily: 0 17 * * TUE-SAT, Asia/Hong_Kong, ALWAYS, last-7-days",
                        DEFAULTS.get(1),
                        DEFAULTS.get(2),
                        DEFAULTS.get(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FULL | yearly | no job 'yearly' by default; there are daily, last-month, weekly, monthly",
                "CONFIRMS | daily | no job 'daily' by default; there are intraday",
                "FULL | daily; daily | two jobs 'daily' in the schedule 'daily; daily'",
                "FULL | daily; | no job: '' in the schedule 'daily;'",
                "FULL | DAILY | no job: 'DAILY' in the schedule 'DAILY'",
                "FULL | every 5 minutes | a full report is made once a day: 'every 5 minutes' is for confirms",
                "CONFIRMS | every 7 minutes | an hour cannot be divided into parts of 7 minutes",
                "CONFIRMS | every 0 minutes | an hour cannot be divided into parts of 0 minutes",
                "FULL | daily = 0 17 * * * Asia/Hongkong_ | no time zone: 'Asia/Hongkong_'",
                "FULL | daily = 0 17 * * * last-366-days | a period has 1 to 365 days, not 366",
            })
    void refusesWhatItDoesNotUnderstand(Role role, String schedule, String message) {
        assertThatThrownBy(() -> of(role, schedule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void saysWhatIsWrongWithAnExpression() {
        assertThatThrownBy(() -> of(Role.FULL, "daily = 0 25 * * *"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no cron expression: '0 25 * * *'");
    }

    private static List<String> of(Role role, String schedule) {
        return Jobs.of("main", role, schedule, null).stream()
                .map(JobsTest::text)
                .toList();
    }

    private static String text(Job job) {
        assertThat(job.query()).isEqualTo("main");
        return "%s: %s, %s, %s, %s"
                .formatted(
                        job.name(),
                        job.cron(),
                        job.zone(),
                        job.occasion(),
                        job.period().text());
    }
}
