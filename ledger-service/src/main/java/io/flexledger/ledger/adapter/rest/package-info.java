/** Read-only views of the journal, for tracing a figure and for operators. */
@NullMarked
package io.flexledger.ledger.adapter.rest;

import org.jspecify.annotations.NullMarked;
