package io.flexledger.ingestor.adapter.rest.upload;

import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jspecify.annotations.Nullable;

/** What a sender calls a file: a label for people, never a path. */
final class FileName {

    private static final int LENGTH = 200;

    private FileName() {}

    /** @param disposition a Content-Disposition header */
    static @Nullable String ofDisposition(@Nullable String disposition) {
        if (disposition == null || !disposition.contains("filename")) {
            return null;
        }
        var encoded = HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "filename");
        return of(encoded);
    }

    static @Nullable String of(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var printable = last.replaceAll("\\p{Cntrl}", "").strip();
        if (printable.isEmpty()) {
            return null;
        }
        return printable.length() <= LENGTH ? printable : printable.substring(0, LENGTH);
    }
}
