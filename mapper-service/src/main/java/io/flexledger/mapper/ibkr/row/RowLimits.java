package io.flexledger.mapper.ibkr.row;

/**
 * How much of everything a statement may hold; beyond, it is refused as a whole.
 *
 * @param depth           nested elements, the statement's own included
 * @param attributes      per element
 * @param attributeLength in characters
 * @param tokenBytes      of one tag, comment or run of text; also bounds the parser's work on a tag with too many
 *                        attributes, which grows with their square
 * @param rows            per statement
 * @param totalBytes      of a statement, uncompressed
 */
public record RowLimits(int depth, int attributes, int attributeLength, int tokenBytes, int rows, long totalBytes) {

    /** Ten times what the largest statement seen so far needs. */
    public static final RowLimits DEFAULT =
            new RowLimits(16, 1_000, 32_768, 256 * 1024, 2_000_000, 1024L * 1024 * 1024);

    public RowLimits withTotalBytes(long limit) {
        return new RowLimits(depth, attributes, attributeLength, tokenBytes, rows, limit);
    }
}
