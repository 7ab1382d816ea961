package io.flexledger.ingestor.artifact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A start tag without its {@code whenGenerated} attribute and the white space before it: what two downloads of one
 * report have in common. Works on bytes, so it needs an encoding that is a superset of ASCII.
 */
final class CanonicalTag {

    private static final byte[] NAME = "whenGenerated".getBytes(StandardCharsets.US_ASCII);

    private CanonicalTag() {}

    /** @param tag a well-formed start tag, from {@code <} to {@code >} */
    static void update(MessageDigest digest, byte[] tag) {
        int kept = 0;
        int at = skipWord(tag, 1); // the element's name
        while (true) {
            int gap = at;
            int name = skipSpace(tag, gap);
            if (isEnd(tag[name])) {
                break;
            }
            int nameEnd = skipWord(tag, name);
            int equals = skipSpace(tag, nameEnd);
            int quote = skipSpace(tag, equals + 1);
            at = closingQuote(tag, quote) + 1;
            if (matches(tag, name, nameEnd)) {
                digest.update(tag, kept, gap - kept);
                kept = at;
            }
        }
        digest.update(tag, kept, tag.length - kept);
    }

    private static boolean matches(byte[] tag, int from, int to) {
        return Arrays.equals(tag, from, to, NAME, 0, NAME.length);
    }

    private static int skipWord(byte[] tag, int from) {
        int at = from;
        while (!isSpace(tag[at]) && tag[at] != '=' && !isEnd(tag[at])) {
            at++;
        }
        return at;
    }

    private static int skipSpace(byte[] tag, int from) {
        int at = from;
        while (isSpace(tag[at])) {
            at++;
        }
        return at;
    }

    private static int closingQuote(byte[] tag, int quote) {
        int at = quote + 1;
        while (tag[at] != tag[quote]) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private static boolean isEnd(byte b) {
        return b == '>' || b == '/';
    }
}
