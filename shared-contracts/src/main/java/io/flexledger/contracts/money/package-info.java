/**
 * Exact values: {@link io.flexledger.contracts.money.Money}, {@link io.flexledger.contracts.money.Quantity} and
 * {@link io.flexledger.contracts.money.FxRate}. Nothing here rounds on its own, and two currencies meet only through
 * {@link io.flexledger.contracts.money.FxRate#convert}.
 */
@NullMarked
package io.flexledger.contracts.money;

import org.jspecify.annotations.NullMarked;
