package io.flexledger.ingestor.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    @ParameterizedTest
    @CsvSource({
        "0, FAIL, 0.0 GB free in /spool",
        "999999999, FAIL, 0.9 GB free in /spool",
        "1000000000, WARN, 1.0 GB free in /spool",
        "4999999999, WARN, 4.9 GB free in /spool",
        "5000000000, PASS, 5.0 GB free in /spool"
    })
    void roomIsJudged(long bytes, Finding.Status status, String detail) {
        var finding = FreeSpace.judge("/spool", bytes);

        assertThat(finding.status()).isEqualTo(status);
        assertThat(finding.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "12, PASS, 0.012 s ahead of the database's clock",
        "-5000, PASS, 5.000 s behind the database's clock",
        "5001, WARN, 5.001 s ahead of the database's clock",
        "-300000, WARN, 300.000 s behind the database's clock",
        "300001, FAIL, 300.001 s ahead of the database's clock"
    })
    void clocksAreCompared(long aheadMs, Finding.Status status, String detail) {
        var finding = ClockGap.judge(Duration.ofMillis(aheadMs));

        assertThat(finding.status()).isEqualTo(status);
        assertThat(finding.detail()).isEqualTo(detail);
    }
}
