package io.flexledger.ingestor.artifact;

/**
 * What a {@code FlexQueryResponse} says once for all its statements.
 *
 * @param query   name of the Flex query, empty where the report has none
 * @param kind    the broker's {@code type}: AF for activity, TCF for trade confirmations; AF where the report has none
 * @param charset of the bytes, as Java names it
 */
public record Envelope(String query, String kind, String charset) {}
