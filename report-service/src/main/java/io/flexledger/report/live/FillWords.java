package io.flexledger.report.live;

/**
 * An execution in words, as a page shows it.
 *
 * @param time       on both clocks
 * @param text       what was bought or sold, at which price
 * @param commission or that it is pending
 * @param status     who stands behind it
 */
public record FillWords(String time, String text, String commission, String status) {}
