package io.flexledger.report.adapter.rest.page;

import io.flexledger.web.problem.ProblemException;
import java.util.List;
import java.util.Locale;

/**
 * A caller's mistake, ready for its template.
 *
 * @param links where to go on; the next step in words where there are none
 */
record ProblemPage(int status, String title, String detail, String nextStep, List<Link> links) {

    record Link(String text, String href) {}

    static ProblemPage of(ProblemException problem, List<Link> links) {
        return new ProblemPage(
                problem.getStatusCode(),
                String.valueOf(problem.getTitle()),
                sentence(String.valueOf(problem.getDetail())),
                String.valueOf(problem.getParameters().get("nextStep")),
                links);
    }

    private static String sentence(String detail) {
        return detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1) + ".";
    }
}
