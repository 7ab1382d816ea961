package io.flexledger.report.alert;

import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.fetch.FetchRun;
import io.flexledger.contracts.fetch.FetchRun.Failure;
import io.flexledger.report.alert.Finding.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The newest run of a query failed. One that may succeed by itself is given the time to, and is the same thing for
 * whatever passing reason the next try fails.
 */
final class RunRule implements Rule {

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.RUN_FAILED);
    }

    @Override
    public List<Finding> findings(Known known, Limits limits) {
        var findings = new ArrayList<Finding>();
        for (var run : known.runs()) {
            var failure = run.failure();
            if (failure != null) {
                findings.add(finding(run, failure)
                        .after(failure.passing() ? limits.runPatience() : Duration.ZERO)
                        .raisingIf(limits.isYoung(run.endedAt(), known.now())));
            }
        }
        return findings;
    }

    private static Finding finding(FetchRun run, Failure failure) {
        var words = new Words(
                "The statement " + run.query() + " of " + run.account() + " could not be fetched",
                failure.text() + " (" + failure.code() + ", run " + run.run() + ")",
                failure.nextStep(),
                Page.ACCOUNTS);
        var subject = failure.passing() ? run.key() : run.key() + "/" + failure.code();
        return Finding.of(Kind.RUN_FAILED, subject, run.account(), run.endedAt(), words);
    }
}
