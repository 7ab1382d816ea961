/**
 * What the ledger published about one report day: the input of every other package here.
 */
@NullMarked
package io.flexledger.report.day;

import org.jspecify.annotations.NullMarked;
