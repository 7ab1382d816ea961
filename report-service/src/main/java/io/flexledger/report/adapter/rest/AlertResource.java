package io.flexledger.report.adapter.rest;

import static io.flexledger.report.adapter.rest.ProblemType.ALERT_NOT_FOUND;
import static io.flexledger.report.adapter.rest.ProblemType.BAD_ACKNOWLEDGEMENT;
import static io.flexledger.report.adapter.rest.ProblemType.BAD_ALERT_FILTER;

import io.flexledger.contracts.ContractJson;
import io.flexledger.contracts.alert.Alert.Kind;
import io.flexledger.contracts.id.AccountId;
import io.flexledger.report.AlertDesk;
import io.flexledger.report.AlertDesk.Shown;
import io.flexledger.report.alert.AlertSearch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a person should know of, and that he does. */
@Path("/api/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Alerts", description = "What a person should know of without looking")
public class AlertResource {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 1000;

    private final AlertDesk desk;

    AlertResource(AlertDesk desk) {
        this.desk = desk;
    }

    /**
     * @param open  how many are open, of the account asked for, on this page or not
     * @param items newest first
     */
    public record AlertList(long open, List<AlertView> items) {}

    /** Who knows of it, as he names himself, and what he has to say; both may be left out. */
    public record AcknowledgementRequest(
            @Nullable String by, @Nullable String note) {}

    @GET
    @Operation(
            summary = "Alerts, newest first",
            description = "Open are those nobody has acknowledged and that are not over. Those about no single account"
                    + " are listed with every account.")
    @APIResponse(
            responseCode = "200",
            description = "At most as many as asked for",
            content = @Content(schema = @Schema(implementation = AlertList.class)))
    @APIResponse(responseCode = "400", description = "BAD_ALERT_FILTER or INVALID_PAGINATION")
    public Response alerts(
            @Parameter(description = "of this account alone") @QueryParam("account") @Nullable String account,
            @Parameter(description = "of this kind alone", example = "MARGIN_CUSHION") @QueryParam("kind") @Nullable
                    String kind,
            @Parameter(description = "true for open ones alone, false for the others alone")
                    @QueryParam("open")
                    @Nullable
                    String open,
            @Parameter(description = "1 to 200; 50 where it is left out") @QueryParam("limit") @Nullable String limit) {
        var of = accountOf(account);
        var search = new AlertSearch(of, kindOf(kind), openOf(open));
        var items = desk.list(search, Math.min(Inputs.limit(limit, USUAL), MOST));
        return LiveFillResource.fresh(
                new AlertList(desk.open(of), items.stream().map(AlertView::of).toList()));
    }

    private static @Nullable AccountId accountOf(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : AccountId.of(text);
        } catch (IllegalArgumentException tooLong) {
            throw BAD_ALERT_FILTER.because(String.valueOf(tooLong.getMessage()));
        }
    }

    private static @Nullable Kind kindOf(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> BAD_ALERT_FILTER.because("no kind '" + text + "'; there are "
                        + Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining(", "))));
    }

    private static @Nullable Boolean openOf(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw BAD_ALERT_FILTER.because("open is true or false: '" + text + "'");
        };
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One alert, and how far its telling is")
    @APIResponse(
            responseCode = "200",
            description = "The alert as it stands",
            content = @Content(schema = @Schema(implementation = AlertView.class)))
    @APIResponse(responseCode = "404", description = "ALERT_NOT_FOUND")
    public Response alert(@PathParam("id") String id) {
        return answer(idOf(id).flatMap(desk::find), id);
    }

    @POST
    @Path("/{id}/acknowledge")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Say that somebody knows of it",
            description = "A second time changes nothing and answers the first.")
    @RequestBody(
            description = "may be left out",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT, implementation = AcknowledgementRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The alert as it stands now",
            content = @Content(schema = @Schema(implementation = AlertView.class)))
    @APIResponse(responseCode = "400", description = "BAD_ACKNOWLEDGEMENT")
    @APIResponse(responseCode = "403", description = "FOREIGN_PAGE")
    @APIResponse(responseCode = "404", description = "ALERT_NOT_FOUND")
    public Response acknowledge(
            @PathParam("id") String id,
            @Parameter(hidden = true) @HeaderParam(OwnPages.HEADER) @Nullable String site,
            @Nullable String body) {
        OwnPages.require(site);
        var said = body == null || body.isBlank() ? new AcknowledgementRequest(null, null) : read(body);
        var by = text("by", said.by(), LONGEST_NAME);
        var note = text("note", said.note(), LONGEST_NOTE);
        return answer(idOf(id).flatMap(known -> desk.acknowledge(known, by, note)), id);
    }

    private static AcknowledgementRequest read(String body) {
        try {
            var said = ContractJson.read(body, AcknowledgementRequest.class);
            if (said == null) {
                throw BAD_ACKNOWLEDGEMENT.because("the body is null");
            }
            return said;
        } catch (UncheckedIOException unreadable) {
            throw BAD_ACKNOWLEDGEMENT.because("the body is no object of by and note");
        }
    }

    /** Nothing said and nothing written are the same. */
    private static @Nullable String text(String name, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        if (stripped.length() > longest) {
            throw BAD_ACKNOWLEDGEMENT.because(
                    name + " has at most " + longest + " characters, not " + stripped.length());
        }
        return stripped;
    }

    private static Optional<UUID> idOf(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Response answer(Optional<Shown> alert, String id) {
        return LiveFillResource.fresh(AlertView.of(alert.orElseThrow(() -> ALERT_NOT_FOUND.because("no alert " + id))));
    }
}
