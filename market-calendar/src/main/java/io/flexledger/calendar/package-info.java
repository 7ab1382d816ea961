/**
 * When New York trades: sessions, holidays and half-days. Holidays come from a maintained calendar, half-days from three rules of
 * our own, since no calendar has them.
 */
@NullMarked
package io.flexledger.calendar;

import org.jspecify.annotations.NullMarked;
