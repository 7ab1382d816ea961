package io.flexledger.ingestor.xml;

/**
 * What a document may hold; a report of the broker stays far below each.
 *
 * @param depth      of nested elements
 * @param tokenBytes of one tag, text, comment or declaration
 * @param attributes of one element
 * @param names      of elements and attributes, each counted once, and of namespace prefixes
 * @param statements in one file, which may be an archive of several documents
 */
public record ScanLimits(int depth, int tokenBytes, int attributes, int names, int statements) {

    public static final ScanLimits DEFAULT = new ScanLimits(32, 1 << 20, 1_000, 20_000, 50_000);
}
