package io.flexledger.ingestor.artifact;

/**
 * Where one statement stands in its document: from the first byte of {@code <FlexStatement} to the last of its end
 * tag.
 *
 * @param ordinal   from 1, in the order of the document
 * @param offset    of the first byte, from 0
 * @param length    in bytes
 * @param tagLength of the start tag, in bytes
 */
public record Slice(int ordinal, long offset, long length, int tagLength) {

    public long end() {
        return offset + length;
    }
}
