/** What this service shows of itself over HTTP. */
@NullMarked
package io.flexledger.realtime.adapter.rest;

import org.jspecify.annotations.NullMarked;
