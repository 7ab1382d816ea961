/** One line in the log for each request, and the id that joins a caller's log to ours. */
@NullMarked
package io.flexledger.web.request;

import org.jspecify.annotations.NullMarked;
