package io.flexledger.report.adapter.rest.page;

import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.Accounts;
import io.flexledger.report.DayReports;
import io.flexledger.report.Holdings;
import io.flexledger.report.RunningDay;
import io.flexledger.report.Summaries;
import io.flexledger.report.adapter.rest.Inputs;
import io.flexledger.report.adapter.rest.Tagged;
import io.flexledger.report.adapter.rest.TraceResource;
import io.flexledger.report.adapter.rest.page.ProblemPage.Link;
import io.flexledger.report.holding.AccountList;
import io.flexledger.report.holding.KnownAccount;
import io.flexledger.web.problem.ProblemException;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    private final Accounts accounts;
    private final RunningDay running;

    PageResource(
            Inputs inputs,
            DayReports reports,
            Summaries summaries,
            Holdings holdings,
            Accounts accounts,
            RunningDay running) {
        this.inputs = inputs;
        this.reports = reports;
        this.summaries = summaries;
        this.holdings = holdings;
        this.accounts = accounts;
        this.running = running;
    }

    @GET
    @Operation(hidden = true)
    public Response newest(@QueryParam("account") @Nullable String account) {
        var list = accounts.list();
        if (account == null && !list.isOne()) {
            return page(200, accounts(list));
        }
        return orProblem("/", () -> {
            var known = inputs.account(account);
            var newest = "/days/" + reports.newest(known);
            return Response.seeOther(
                            URI.create(list.accounts().size() == 1 ? newest : ofAccount(newest, known.account())))
                    .build();
        });
    }

    private TemplateInstance accounts(AccountList list) {
        var todays = holdings.accounts().stream()
                .map(known -> TodayView.of(running.accountNow(known.account())))
                .toList();
        return Pages.accounts(list, todays);
    }

    @GET
    @Path("/accounts")
    @Operation(hidden = true)
    public Response accounts() {
        return page(200, accounts(accounts.list()));
    }

    @GET
    @Path("/days/{date}")
    @Operation(hidden = true)
    public Response day(
            @Context Request request, @PathParam("date") String date, @QueryParam("account") @Nullable String account) {
        return orProblem("/days/" + date, () -> {
            var day = Inputs.date(date);
            var known = inputs.account(account).account();
            return reports.find(known, day)
                    .map(report -> DailyResource.html(reports, report, TodayView.of(running.accountNow(known))))
                    .map(html -> Tagged.answer(request, html, DailyResource.HTML))
                    .orElseGet(() -> noDay(known, day));
        });
    }

    /** The strip of a page alone, for the page's script. */
    @GET
    @Path("/today")
    @Operation(hidden = true)
    public Response today(@QueryParam("account") @Nullable String account) {
        return orProblem("/today", () -> {
            var known = inputs.account(account).account();
            var html = Pages.today(TodayView.of(running.accountNow(known))).render();
            return Response.ok(html.getBytes(StandardCharsets.UTF_8), DailyResource.HTML)
                    .header("Cache-Control", "no-store")
                    .build();
        });
    }

    private Response noDay(AccountId account, LocalDate date) {
        var around = reports.neighbours(account, date);
        var links = Stream.of(around.previous(), around.next())
                .flatMap(Optional::stream)
                .map(day -> new Link(day.toString(), ofAccount("/days/" + day, account)));
        return problem(
                inputs.noDay(account, date),
                Stream.concat(links, Stream.of(new Link("All days", ofAccount("/summary", account))))
                        .toList());
    }

    @GET
    @Path("/summary")
    @Operation(hidden = true)
    public Response summary(
            @Context Request request,
            @QueryParam("account") @Nullable String account,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return orProblem("/summary", () -> {
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
        return orProblem("/", () -> {
            var trace = TraceResource.find(reports, figureId);
            return page(200, Pages.trace(TracePage.of(trace, reports.clocks(trace.figure()))));
        });
    }

    /** Where the account is in doubt, the page offers itself for each account there is. */
    private Response orProblem(String path, Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (ProblemException problem) {
            var known = holdings.accounts();
            if (known.isEmpty()) {
                return page(problem.getStatusCode(), accounts(accounts.list()));
            }
            var code = String.valueOf(problem.getParameters().get("code"));
            return problem(problem, code.startsWith("ACCOUNT_") ? choices(path, known) : List.of());
        }
    }

    private static List<Link> choices(String path, List<KnownAccount> accounts) {
        return accounts.stream()
                .map(KnownAccount::account)
                .map(account -> new Link(account.value(), ofAccount(path, account)))
                .toList();
    }

    private static String ofAccount(String path, AccountId account) {
        return path + "?account=" + URLEncoder.encode(account.value(), StandardCharsets.UTF_8);
    }

    private static Response problem(ProblemException problem, List<Link> links) {
        return page(problem.getStatusCode(), Pages.problem(ProblemPage.of(problem, links)));
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(DailyResource.HTML)
                .entity(page.render().getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
