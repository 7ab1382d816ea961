/** What lists of accounts, lots and executions are made of, and what they are asked by. */
@NullMarked
package io.flexledger.report.holding;

import org.jspecify.annotations.NullMarked;
