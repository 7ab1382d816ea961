package io.flexledger.ingestor.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexledger.ingestor.intake.ScanResult.DocumentRefusal;
import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not taken; the members of a problem (RFC 9457) inside another answer.
 *
 * @param code       stable, such as TRUNCATED_XML
 * @param byteOffset where it was found, in the unpacked document
 * @param entry      the document's name in its archive
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefusalView(
        String type,
        String title,
        String detail,
        RefusalCode code,
        String nextStep,
        @Nullable Long byteOffset,
        @Nullable String entry) {

    public static RefusalView of(Refusal refusal) {
        return of(refusal, null);
    }

    static RefusalView of(DocumentRefusal document) {
        return of(document.refusal(), document.entry());
    }

    static RefusalView of(Refusal refusal, @Nullable String entry) {
        return new RefusalView(
                refusal.code().type(),
                refusal.code().title(),
                refusal.detail(),
                refusal.code(),
                refusal.nextStep(),
                refusal.offset(),
                entry);
    }
}
