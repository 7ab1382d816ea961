package io.flexledger.ingestor.xml;

import io.flexledger.ingestor.refusal.Refusal;
import io.flexledger.ingestor.refusal.RefusalCode;
import io.flexledger.ingestor.refusal.RefusedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The first bytes of a document: enough to tell what it is and how its text is encoded. */
record Opening(Charset charset) {

    /** How many bytes are looked at. */
    static final int BYTES = 4096;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    // Supersets of ASCII, so that markup can be found and cut byte by byte.
    private static final Map<String, Charset> SUPPORTED = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf8", StandardCharsets.UTF_8,
            "us-ascii", StandardCharsets.US_ASCII,
            "ascii", StandardCharsets.US_ASCII,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "iso8859-1", StandardCharsets.ISO_8859_1,
            "latin1", StandardCharsets.ISO_8859_1,
            "windows-1252", WINDOWS_1252,
            "cp1252", WINDOWS_1252);

    private static final Pattern DECLARED =
            Pattern.compile("\\A<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*([\"'])(.*?)\\1[^>]*\\?>", Pattern.DOTALL);

    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";
    private static final String SAVE_AS_UTF_8 =
            "Download the report again as XML from the broker, or save the file as UTF-8, and upload that.";

    static Opening read(byte[] head) throws RefusedException {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        requireSingleBytes(text);
        var unmarked = text.startsWith(UTF_8_MARK) ? text.substring(UTF_8_MARK.length()) : text;
        var content = unmarked.stripLeading();
        if (content.isEmpty()) {
            throw new RefusedException(Refusal.of(
                    RefusalCode.EMPTY_FILE,
                    head.length == 0 ? "The file has no bytes." : "The file holds nothing but white space.",
                    "Download the report again: the broker never sends an empty one."));
        }
        if (content.charAt(0) != '<') {
            throw new RefusedException(Foreign.name(content));
        }
        var lower = content.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            throw new RefusedException(Foreign.htmlPage());
        }
        return new Opening(charset(unmarked, unmarked.length() < text.length()));
    }

    private static Charset charset(String unmarked, boolean utf8Mark) throws RefusedException {
        var declaration = DECLARED.matcher(unmarked);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        var name = declaration.group(2);
        var charset = SUPPORTED.get(name.toLowerCase(Locale.ROOT));
        if (charset == null) {
            throw new RefusedException(unsupported("declares the encoding " + name));
        }
        if (utf8Mark && !charset.equals(StandardCharsets.UTF_8)) {
            throw new RefusedException(Refusal.of(
                            RefusalCode.WRONG_ENCODING,
                            "The file begins with the mark of UTF-8 but declares " + name + ".",
                            SAVE_AS_UTF_8)
                    .at(0));
        }
        return charset;
    }

    /** Byte order marks of the wide encodings, and a '<' with a zero byte beside it. */
    private static void requireSingleBytes(String text) throws RefusedException {
        if (text.startsWith("\u00ff\u00fe")
                || text.startsWith("\u00fe\u00ff")
                || text.startsWith("<\0")
                || text.startsWith("\0<")
                || text.startsWith("\0\0")) {
            throw new RefusedException(unsupported("is in UTF-16 or UTF-32"));
        }
    }

    private static Refusal unsupported(String what) {
        return Refusal.of(
                        RefusalCode.UNSUPPORTED_ENCODING,
                        "The file " + what + "; UTF-8, US-ASCII, ISO-8859-1 and windows-1252 are supported.",
                        SAVE_AS_UTF_8)
                .at(0);
    }
}
