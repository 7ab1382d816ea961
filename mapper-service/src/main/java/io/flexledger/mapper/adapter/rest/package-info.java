/**
 * The HTTP side: what was mapped, refused and unknown, read-only, and the problems it answers with (RFC 9457).
 */
@NullMarked
package io.flexledger.mapper.adapter.rest;

import org.jspecify.annotations.NullMarked;
