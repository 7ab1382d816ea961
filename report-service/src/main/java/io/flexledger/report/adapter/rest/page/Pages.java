package io.flexledger.report.adapter.rest.page;

import io.flexledger.report.holding.AccountList;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates, checked against their values at build time. */
@CheckedTemplate
final class Pages {

    private Pages() {}

    static native TemplateInstance day(DayView day);

    static native TemplateInstance summary(SummaryPage summary);

    static native TemplateInstance trace(TracePage trace);

    static native TemplateInstance accounts(AccountList list, List<TodayView> todays);

    static native TemplateInstance today(TodayView today);

    static native TemplateInstance alerts(AlertsPage alerts);

    static native TemplateInstance banner();

    static native TemplateInstance problem(ProblemPage problem);
}
