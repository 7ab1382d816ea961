/**
 * The HTTP side: resources, and the problems they answer with (RFC 9457). Nothing here decides about money.
 */
@NullMarked
package io.flexledger.report.adapter.rest;

import org.jspecify.annotations.NullMarked;
