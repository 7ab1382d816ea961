/**
 * What a person should be told of without looking: rules that find it in what is known now, and how findings become
 * alerts that are each told once. Nothing here is stored or sent. Start at {@link io.flexledger.report.alert.Watch} and
 * {@link io.flexledger.report.alert.Spells}.
 */
@NullMarked
package io.flexledger.report.alert;

import org.jspecify.annotations.NullMarked;
