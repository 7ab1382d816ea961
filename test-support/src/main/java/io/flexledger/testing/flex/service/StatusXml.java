package io.flexledger.testing.flex.service;

import io.flexledger.testing.flex.service.ServiceAnswer.Receipt;
import io.flexledger.testing.flex.service.ServiceAnswer.Refusal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Spells a {@code FlexStatementResponse}. */
public record StatusXml(StatusStyle style, Instant time) {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("dd MMMM, yyyy hh:mm a zzz", Locale.US).withZone(ZoneId.of("America/New_York"));

    /** @param url where the report is fetched */
    public String of(Receipt receipt, URI url) {
        String tag = style.lowerUrl() ? "url" : "Url";
        return response(List.of(
                element("Status", "Success"),
                element("ReferenceCode", receipt.reference()),
                element(tag, url.toString())));
    }

    public String of(Refusal refusal) {
        return response(List.of(
                element("Status", refusal.code().status()),
                element("ErrorCode", refusal.code().code()),
                element("ErrorMessage", refusal.code().message())));
    }

    private String response(List<String> children) {
        List<String> ordered = new ArrayList<>(children);
        if (style.shuffled()) {
            Collections.reverse(ordered);
        }
        String declaration =
                style.declared() ? "<?xml version=%1$c1.0%1$c encoding=%1$cUTF-8%1$c?>\n".formatted(style.quote()) : "";
        return "%1$s<FlexStatementResponse timestamp=%2$c%3$s%2$c>\n%4$s\n</FlexStatementResponse>\n"
                .formatted(declaration, style.quote(), TIMESTAMP.format(time), String.join("\n", ordered));
    }

    private static String element(String name, String text) {
        return "<%1$s>%2$s</%1$s>".formatted(name, text.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
