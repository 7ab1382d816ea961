package io.flexledger.report.adapter.rest.page;

import io.flexledger.report.holding.AccountList;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, checked against their values at build time. */
@CheckedTemplate
final class Pages {

    private Pages() {}

    static native TemplateInstance day(DayView day);

    static native TemplateInstance summary(SummaryPage summary);

    static native TemplateInstance trace(TracePage trace);

    static native TemplateInstance accounts(AccountList list);

    static native TemplateInstance problem(ProblemPage problem);
}
