/** What a service says of its own API. */
@NullMarked
package io.flexledger.web.api;

import org.jspecify.annotations.NullMarked;
