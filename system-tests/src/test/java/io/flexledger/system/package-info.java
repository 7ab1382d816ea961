/**
 * The whole pipeline as a black box: real processes started by the {@code ledger} command, real statements in, answers
 * of the report service and records of the topics out. Nothing here calls a service's code.
 */
@NullMarked
package io.flexledger.system;

import org.jspecify.annotations.NullMarked;
