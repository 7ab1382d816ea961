package io.flexledger.report.adapter.rest.page;

import static io.flexledger.report.adapter.rest.ProblemType.BAD_FORMAT;

import io.flexledger.contracts.ContractJson;
import io.flexledger.report.DayReports;
import io.flexledger.report.adapter.rest.Inputs;
import io.flexledger.report.adapter.rest.Tagged;
import io.flexledger.report.narrative.DayReport;
import io.flexledger.report.narrative.MarkdownRenderer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A day as JSON, Markdown or a page, by what the caller accepts. */
@Path("/api/reports/daily/{date}")
@RunOnVirtualThread
@Tag(name = "Reports", description = "The ledger, explained")
public class DailyResource {

    static final String MARKDOWN = "text/markdown";
    static final String HTML = "text/html;charset=UTF-8";

    private final Inputs inputs;
    private final DayReports reports;

    DailyResource(Inputs inputs, DayReports reports) {
        this.inputs = inputs;
        this.reports = reports;
    }

    /** How a day is written. */
    enum Form {
        JSON("application/json", "application", "json"),
        MD(MARKDOWN + ";charset=UTF-8", "text", "markdown"),
        HTML(DailyResource.HTML, "text", "html");

        private final String type;

        @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
        private final MediaType media;

        Form(String type, String main, String sub) {
            this.type = type;
            this.media = new MediaType(main, sub);
        }

        static Form named(String name) {
            for (var form : values()) {
                if (form.name().equalsIgnoreCase(name)) {
                    return form;
                }
            }
            throw BAD_FORMAT.because("no format '" + name + "'");
        }

        /** The first that the caller accepts, most wanted first; JSON for anything. */
        static Form accepted(HttpHeaders headers) {
            for (var wanted : headers.getAcceptableMediaTypes()) {
                for (var form : values()) {
                    if (wanted.isCompatible(form.media)) {
                        return form;
                    }
                }
            }
            return JSON;
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN, MediaType.TEXT_HTML})
    @Operation(
            summary = "One report day, told event by event",
            description = "Chosen by Accept, by a suffix of the date (.json, .md, .html) or by ?format=. The same data"
                    + " gives the same bytes; ETag is their hash.")
    @APIResponse(
            responseCode = "200",
            description = "The day",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = DayReport.class)),
                @Content(mediaType = MARKDOWN),
                @Content(mediaType = "text/html")
            })
    @APIResponse(responseCode = "304", description = "Still the same as the If-None-Match names")
    @APIResponse(responseCode = "400", description = "BAD_DATE, BAD_FORMAT or ACCOUNT_AMBIGUOUS")
    @APIResponse(responseCode = "404", description = "ACCOUNT_NOT_FOUND or DAY_NOT_FOUND, naming the nearest days")
    public Response day(
            @Context Request request,
            @Context HttpHeaders headers,
            @Parameter(description = "report date", example = "2025-07-17") @PathParam("date") String date,
            @Parameter(description = "needed where there are several") @QueryParam("account") @Nullable String account,
            @Parameter(description = "json, md or html") @QueryParam("format") @Nullable String format) {
        int dot = date.indexOf('.');
        var form = format != null
                ? Form.named(format)
                : dot >= 0 ? Form.named(date.substring(dot + 1)) : Form.accepted(headers);
        var day = Inputs.date(dot < 0 ? date : date.substring(0, dot));
        var known = inputs.account(account).account();
        var report = reports.find(known, day).orElseThrow(() -> inputs.noDay(known, day));
        return Tagged.answer(request, body(report, form), form.type);
    }

    private byte[] body(DayReport report, Form form) {
        return switch (form) {
            case JSON -> ContractJson.write(report);
            case MD -> MarkdownRenderer.render(report).getBytes(StandardCharsets.UTF_8);
            case HTML -> html(reports, report, null);
        };
    }

    /** @param today left out where the same data must give the same bytes */
    static byte[] html(DayReports reports, DayReport report, @Nullable TodayView today) {
        var around = reports.neighbours(report.account(), report.date());
        return Pages.day(DayView.of(report, around, today)).render().getBytes(StandardCharsets.UTF_8);
    }
}
