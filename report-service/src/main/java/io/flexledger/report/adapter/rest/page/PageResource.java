package io.flexledger.report.adapter.rest.page;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.DayReports;
import io.flexledger.report.Holdings;
import io.flexledger.report.Summaries;
import io.flexledger.report.adapter.rest.Inputs;
import io.flexledger.report.adapter.rest.ProblemException;
import io.flexledger.report.adapter.rest.Tagged;
import io.flexledger.report.adapter.rest.TraceResource;
import io.flexledger.report.holding.KnownAccount;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The pages. A caller's mistake is shown as a page as well. */
@Path("/")
@Produces(DailyResource.HTML)
@RunOnVirtualThread
public class PageResource {

    private final Inputs inputs;
    private final DayReports reports;
    private final Summaries summaries;
    private final Holdings holdings;

    PageResource(Inputs inputs, DayReports reports, Summaries summaries, Holdings holdings) {
        this.inputs = inputs;
        this.reports = reports;
        this.summaries = summaries;
        this.holdings = holdings;
    }

    @GET
    @Operation(hidden = true)
    public Response newest(@QueryParam("account") @Nullable String account) {
        var accounts = holdings.accounts();
        if (account == null && accounts.size() != 1) {
            var ids = accounts.stream().map(a -> a.account().value()).toList();
            return page(200, Pages.accounts(ids));
        }
        return orProblem(() -> {
            var known = inputs.account(account);
            return Response.seeOther(URI.create("/days/" + known.last() + query(known)))
                    .build();
        });
    }

    private String query(KnownAccount known) {
        return holdings.accounts().size() == 1
                ? ""
                : "?account=" + URLEncoder.encode(known.account().value(), StandardCharsets.UTF_8);
    }

    @GET
    @Path("/days/{date}")
    @Operation(hidden = true)
    public Response day(
            @Context Request request, @PathParam("date") String date, @QueryParam("account") @Nullable String account) {
        return orProblem(() -> {
            var day = Inputs.date(date);
            AccountId known = inputs.account(account).account();
            var report = reports.find(known, day).orElseThrow(() -> inputs.noDay(known, day));
            return Tagged.answer(request, DailyResource.html(reports, report), DailyResource.HTML);
        });
    }

    @GET
    @Path("/summary")
    @Operation(hidden = true)
    public Response summary(
            @Context Request request,
            @QueryParam("account") @Nullable String account,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return orProblem(() -> {
            var known = inputs.account(account).account();
            var summary = summaries.of(known, Inputs.date(from, Inputs.FIRST), Inputs.date(to, Inputs.LAST));
            var view = SummaryPage.of(known.value(), summary, Inputs.dateOrNone(from), Inputs.dateOrNone(to));
            var html = Pages.summary(view).render();
            return Tagged.answer(request, html.getBytes(StandardCharsets.UTF_8), DailyResource.HTML);
        });
    }

    @GET
    @Path("/trace/{figureId: .+}")
    @Operation(hidden = true)
    public Response trace(@PathParam("figureId") String figureId) {
        return orProblem(() -> page(200, Pages.trace(TracePage.of(TraceResource.find(reports, figureId)))));
    }

    private static Response orProblem(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (ProblemException problem) {
            return page(
                    problem.getStatusCode(),
                    Pages.problem(
                            problem.getStatusCode(),
                            String.valueOf(problem.getTitle()),
                            String.valueOf(problem.getDetail()),
                            String.valueOf(problem.getParameters().get("nextStep"))));
        }
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(DailyResource.HTML)
                .entity(page.render().getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
