package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.ProblemType.FOREIGN_PAGE;

import org.jspecify.annotations.Nullable;

/** What changes something may be asked for by pages of this site and by programs, not by pages of others. */
public final class OwnPages {

    /** What a browser says of where a request comes from; a program says nothing. */
    public static final String HEADER = "Sec-Fetch-Site";

    private OwnPages() {}

    public static void require(@Nullable String site) {
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw FOREIGN_PAGE.because("asked for by a page of another site: " + site);
        }
    }
}
